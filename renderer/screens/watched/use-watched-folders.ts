import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchedFolder } from '../../../contract/watched-folder.ts';
import type { Trouble } from '../../app/errors.ts';
import { textIn } from '../../app/i18n.ts';
import { useStation } from '../../app/use-station.ts';
import { useWatch } from '../../app/use-watch.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { nameOfPath } from '../batches/new-batch.ts';

export interface WatchedFolders {
  /** Null until the station has said anything. */
  readonly folders: readonly WatchedFolder[] | null;
  readonly trouble: Trouble | null;
}

/** Follows the watched folders, and says aloud when one gets into trouble or out of it. */
export function useWatchedFolders(): WatchedFolders {
  const { t, i18n } = useTranslation();
  const { station } = useStation();
  const announce = useAnnounce();
  const [folders, setFolders] = useState<readonly WatchedFolder[] | null>(null);
  const before = useRef<readonly WatchedFolder[]>([]);
  const trouble = useWatch(
    (signal) => station.watchedFolders.watch(undefined, { signal }),
    (latest) => {
      for (const folder of latest) {
        const known = before.current.find(({ id }) => id === folder.id);
        if (known === undefined || known.paused || known.trouble?.code === folder.trouble?.code) continue;
        const name = nameOfPath(folder.path);
        if (folder.trouble === null) announce(t('watched.announceWell', { name }));
        else announce(t('watched.troubleOf', { name, trouble: textIn(i18n.language, folder.trouble.message) }));
      }
      before.current = latest;
      setFolders(latest);
    },
  );
  return { folders, trouble };
}
