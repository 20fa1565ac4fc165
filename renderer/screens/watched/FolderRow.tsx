import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../contract/batch.ts';
import type { WatchedFolder } from '../../../contract/watched-folder.ts';
import { textIn } from '../../app/i18n.ts';
import { formatRoute } from '../../app/route.ts';
import { formatInstant } from '../../ui/dates.ts';
import { nameOfPath } from '../batches/new-batch.ts';
import { FolderState } from './FolderState.tsx';
import styles from './watched.module.css';

export interface FolderRowProps {
  readonly folder: WatchedFolder;
  /** Undefined where it is not there any more. */
  readonly profile: Profile | undefined;
  /** Whether the person at the window may arrange folders. */
  readonly arranges: boolean;
  onPause(): void;
  onResume(): void;
  onRemove(): void;
}

export function FolderRow({ folder, profile, arranges, onPause, onResume, onRemove }: FolderRowProps) {
  const { t, i18n } = useTranslation();
  const { path, profileId, batching, paused, addedBy, addedAt } = folder;
  const name = nameOfPath(path);
  return (
    <tr>
      <td className={styles.folder}>
        <strong>{name}</strong>
        <span className={styles.soft}>{path}</span>
        <span className={styles.soft}>
          {t('watched.addedBy', { name: addedBy, when: formatInstant(addedAt, i18n.language) })}
        </span>
      </td>
      <td className={styles.batches}>
        {profile === undefined ? profileId : textIn(i18n.language, profile.title)}
        <span className={styles.soft}>{t(`watched.batching.${batching}`)}</span>
      </td>
      <td className={styles.stateCell}>
        <FolderState folder={folder} />
      </td>
      <td className={styles.taken}>
        <Taken folder={folder} />
      </td>
      {arranges ? (
        <td>
          <div className={styles.actions}>
            <Button
              size="compact-sm"
              variant="default"
              // One button of two meanings, so that the focus stays on it.
              aria-label={t(paused ? 'watched.resumeOne' : 'watched.pauseOne', { name })}
              onClick={paused ? onResume : onPause}
            >
              {t(paused ? 'watched.resume' : 'watched.pause')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('watched.removeOne', { name })}
              onClick={onRemove}
            >
              {t('watched.remove')}
            </Button>
          </div>
        </td>
      ) : null}
    </tr>
  );
}

function Taken({ folder: { takenToday, last } }: { readonly folder: WatchedFolder }) {
  const { t, i18n } = useTranslation();
  if (last === null) return <span className={styles.soft}>{t('watched.none')}</span>;
  return (
    <>
      <strong>{t('watched.today', { count: takenToday })}</strong>
      <span className={styles.soft}>
        {t('watched.last', { when: formatInstant(last.at, i18n.language) })}{' '}
        <a href={formatRoute({ screen: 'batch', batchId: last.batchId })}>{last.batchName}</a>
      </span>
    </>
  );
}
