import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../app/i18n.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useStation } from '../../app/use-station.ts';
import { useUsualProfile } from '../../app/use-usual-profile.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './BatchesScreen.module.css';
import { addPaths, nameOfPath } from './new-batch.ts';
import { SourceChooser } from './SourceChooser.tsx';

/** Name, scans and profile of a new batch. Opens the batch as soon as it exists. */
export function NewBatchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { station, queries } = useStation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const profiles = useQuery(queries.profiles());
  const [name, setName] = useState('');
  const [paths, setPaths] = useState<readonly string[]>([]);
  const [profile, setProfile] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const usual = useUsualProfile(profiles.data ?? []);
  const profileId = profile ?? usual?.id;
  const create = useMutation({
    mutationFn: (chosenProfileId: string) =>
      station.batches.create({ name: name.trim(), profileId: chosenProfileId, paths: [...paths] }),
    onSuccess: (batch) => {
      queryClient.setQueryData(queries.batch(batch.id).queryKey, batch);
      onClose();
      navigate({ screen: 'batch', batchId: batch.id });
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && paths.length > 0 && profileId !== undefined) create.mutate(profileId);
  };
  /** The folder's name is most often the pile's name: there the hands go on, and Enter creates. */
  const add = (added: readonly string[]): void => {
    const [first] = added;
    if (first === undefined) return;
    setPaths((before) => addPaths(before, added));
    if (name === '') setName(nameOfPath(first));
    nameField.current?.focus();
  };
  return (
    <Dialog onClose={onClose} title={t('batches.new')} size="lg">
      <form className={styles.form} noValidate onSubmit={send}>
        <SourceChooser
          paths={paths}
          mistake={tried && paths.length === 0 ? t('batches.sourcesMissing') : null}
          onAdd={add}
          onRemove={(path) => setPaths((before) => before.filter((other) => other !== path))}
        />
        <TextInput
          ref={nameField}
          label={t('batches.name')}
          value={name}
          error={tried && name.trim() === '' ? t('batches.nameMissing') : null}
          maxLength={120}
          required
          withAsterisk={false}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('batches.profile')}
          value={profileId ?? ''}
          data={(profiles.data ?? []).map(({ id, title }) => ({ value: id, label: textIn(i18n.language, title) }))}
          onChange={(event) => setProfile(event.currentTarget.value)}
        />
        {profiles.isError ? <TroubleNotice error={profiles.error} onRetry={() => void profiles.refetch()} /> : null}
        {create.isError ? (
          <TroubleNotice error={create.error} onRetry={() => profileId !== undefined && create.mutate(profileId)} />
        ) : null}
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('batches.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
