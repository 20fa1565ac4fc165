import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../contract/common.ts';
import type { WatchedFolder } from '../../../contract/watched-folder.ts';
import { textIn } from '../../app/i18n.ts';
import { formatRoute } from '../../app/route.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useWatchedFolders } from '../watched/use-watched-folders.ts';
import styles from './BatchesScreen.module.css';
import { nameOfPath } from './new-batch.ts';

/** Says that paper does not come in from a watched folder, to those who wait for it here. Absent while all is well. */
export function WatchedNotice() {
  const { t, i18n } = useTranslation();
  const troubled = (useWatchedFolders().folders ?? []).flatMap((folder) => {
    const { id, path } = folder;
    const message = whatHoldsUp(folder);
    return message === null ? [] : [{ id, name: nameOfPath(path), trouble: textIn(i18n.language, message) }];
  });
  if (troubled.length === 0) return null;
  return (
    <Notice tone="doubt">
      <div className={styles.troubled}>
        {troubled.map(({ id, name, trouble }) => (
          <p key={id}>{t('watched.troubleOf', { name, trouble })}</p>
        ))}
      </div>
      <a href={formatRoute({ screen: 'watched' })}>{t('watched.open')}</a>
    </Notice>
  );
}

/** Nothing comes in from a folder that cannot be looked into, nor from any while the workstation's own disk takes nothing. */
function whatHoldsUp({ trouble, waiting }: WatchedFolder): Bilingual | null {
  if (trouble !== null) return trouble.message;
  return waiting.find(({ code }) => code === 'disk-full' || code === 'disk-failed')?.message ?? null;
}
