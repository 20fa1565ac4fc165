import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WatchedFolder } from '../../../contract/watched-folder.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { TableFrame } from '../../ui/TableFrame.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { FolderRow } from './FolderRow.tsx';
import styles from './watched.module.css';

export interface FolderTableProps {
  readonly folders: readonly WatchedFolder[];
  onRemove(folder: WatchedFolder): void;
}

/** Every watched folder with how it is, and what the person at the window may do about it. */
export function FolderTable({ folders, onRemove }: FolderTableProps) {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const arranges = useMay()('watchedFolders.pause');
  const profiles = useQuery(queries.profiles()).data ?? [];
  const setPaused = useMutation({
    mutationFn: ({ folderId, paused }: { readonly folderId: string; readonly paused: boolean }) =>
      paused ? station.watchedFolders.pause({ folderId }) : station.watchedFolders.resume({ folderId }),
  });
  return (
    <>
      {setPaused.isError ? <TroubleNotice error={setPaused.error} /> : null}
      <TableFrame label={t('watched.open')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('watched.folder')}</th>
              <th scope="col">{t('watched.batches')}</th>
              <th scope="col">{t('watched.state')}</th>
              <th scope="col">{t('watched.taken')}</th>
              {arranges ? <th scope="col">{t('watched.actions')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {folders.map((folder) => (
              <FolderRow
                key={folder.id}
                {...{ folder, arranges }}
                profile={profiles.find(({ id }) => id === folder.profileId)}
                onPause={() => setPaused.mutate({ folderId: folder.id, paused: true })}
                onResume={() => setPaused.mutate({ folderId: folder.id, paused: false })}
                onRemove={() => onRemove(folder)}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}
