import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WatchedFolder } from '../../../contract/watched-folder.ts';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { nameOfPath } from '../batches/new-batch.ts';
import styles from './watched.module.css';

export interface RemoveFolderDialogProps {
  readonly folder: WatchedFolder;
  onClose(): void;
  /** Told what was done, in words. */
  onDone(text: string): void;
}

/** Says what removing a folder means before it is done. */
export function RemoveFolderDialog({ folder: { id, path }, onClose, onDone }: RemoveFolderDialogProps) {
  const { t } = useTranslation();
  const { station } = useStation();
  const name = nameOfPath(path);
  const remove = useMutation({
    mutationFn: () => station.watchedFolders.remove({ folderId: id }),
    onSuccess: () => onDone(t('watched.removed', { name })),
  });
  return (
    <Dialog onClose={onClose} title={t('watched.removeTitle', { name })}>
      <div className={styles.form}>
        <p>{t('watched.removeHelp')}</p>
        {remove.isError ? <TroubleNotice error={remove.error} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('watched.removeNow')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
