import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batching, NewWatchedFolder } from '../../../contract/watched-folder.ts';
import { textIn } from '../../app/i18n.ts';
import { useStation } from '../../app/use-station.ts';
import { useUsualProfile } from '../../app/use-usual-profile.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioRow } from '../../ui/RadioRow.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { nameOfPath } from '../batches/new-batch.ts';
import { FolderChooser } from './FolderChooser.tsx';
import styles from './watched.module.css';

export interface AddFolderDialogProps {
  onClose(): void;
  /** Told what was done, in words. */
  onDone(text: string): void;
}

/** Folder, profile and how batches are cut. The folder is looked into as soon as it is chosen, so that a refusal comes early. */
export function AddFolderDialog({ onClose, onDone }: AddFolderDialogProps) {
  const { t, i18n } = useTranslation();
  const { station, queries } = useStation();
  const profiles = useQuery(queries.profiles());
  const usual = useUsualProfile(profiles.data ?? []);
  const [path, setPath] = useState<string | null>(null);
  const [profile, setProfile] = useState<string | null>(null);
  const [batching, setBatching] = useState<Batching>('pause');
  const [tried, setTried] = useState(false);
  const submit = useRef<HTMLButtonElement>(null);
  const profileId = profile ?? usual?.id;
  const check = useMutation({
    mutationFn: (chosen: string) => station.watchedFolders.check({ path: chosen }),
    // Most often the rest is right as it is: there the hands go on, and Enter watches.
    onSuccess: () => submit.current?.focus(),
  });
  const add = useMutation({
    mutationFn: (folder: NewWatchedFolder) => station.watchedFolders.add(folder),
    onSuccess: (folder) => onDone(t('watched.added', { name: nameOfPath(folder.path) })),
  });
  const choose = (chosen: string): void => {
    setPath(chosen);
    add.reset();
    check.mutate(chosen);
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (path !== null && profileId !== undefined) add.mutate({ path, profileId, batching });
  };
  return (
    <Dialog onClose={onClose} title={t('watched.add')} size="lg">
      <form className={styles.form} noValidate onSubmit={send}>
        <FolderChooser
          path={path}
          files={check.data?.files}
          refusal={add.error ?? check.error}
          mistake={tried && path === null ? t('watched.missing') : null}
          onChoose={choose}
        />
        <NativeSelect
          label={t('batches.profile')}
          value={profileId ?? ''}
          data={(profiles.data ?? []).map(({ id, title }) => ({ value: id, label: textIn(i18n.language, title) }))}
          onChange={(event) => setProfile(event.currentTarget.value)}
        />
        {profiles.isError ? <TroubleNotice error={profiles.error} onRetry={() => void profiles.refetch()} /> : null}
        <BatchingField batching={batching} onChoose={setBatching} />
        <p className={styles.soft}>{t('watched.moved')}</p>
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button ref={submit} type="submit" loading={add.isPending}>
            {t('watched.watch')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface BatchingFieldProps {
  readonly batching: Batching;
  onChoose(batching: Batching): void;
}

function BatchingField({ batching, onChoose }: BatchingFieldProps) {
  const { t } = useTranslation();
  const row = (value: Batching) => ({ value, checked: batching === value, onChoose: () => onChoose(value) });
  return (
    <fieldset className={styles.choices}>
      <legend>{t('watched.begins')}</legend>
      <div className={styles.rows}>
        <RadioRow
          name="batching"
          {...row('pause')}
          title={t('watched.beginsPause')}
          detail={t('watched.beginsPauseHelp')}
        />
        <RadioRow name="batching" {...row('day')} title={t('watched.beginsDay')} detail={t('watched.beginsDayHelp')} />
      </div>
    </fieldset>
  );
}
