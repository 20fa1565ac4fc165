import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Destination } from '../../../contract/delivery.ts';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { useDraft } from '../accounts/use-draft.ts';
import styles from './deliver.module.css';
import { emptyDestination, idOfTitle, mistakesOfDestination } from './destination-draft.ts';

export interface DestinationDialogProps {
  onClose(): void;
  onSaved(destination: Destination): void;
}

/** A new destination. Its token goes to the station and is never shown again. */
export function DestinationDialog({ onClose, onSaved }: DestinationDialogProps) {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const [ownId, setOwnId] = useState(false);
  const { draft, mistakes, change, onSubmit } = useDraft(emptyDestination, mistakesOfDestination);
  const save = useMutation({
    mutationFn: () => station.deliveries.saveDestination({ ...draft, title: draft.title.trim() }),
    onSuccess: async (destination) => {
      await queryClient.invalidateQueries({ queryKey: queries.destinations().queryKey });
      onSaved(destination);
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('deliver.add')}>
      <form className={styles.form} noValidate onSubmit={onSubmit(() => save.mutate())}>
        <TextInput
          name="title"
          label={t('deliver.title')}
          value={draft.title}
          error={mistakes.title === undefined ? null : t('deliver.titleMissing')}
          maxLength={80}
          data-autofocus
          onChange={(event) => {
            change('title', event.currentTarget.value);
            if (!ownId) change('id', idOfTitle(event.currentTarget.value));
          }}
        />
        <TextInput
          name="id"
          label={t('deliver.id')}
          description={t('deliver.idHelp')}
          value={draft.id}
          error={mistakes.id === undefined ? null : t('deliver.idBad')}
          maxLength={40}
          onChange={(event) => {
            setOwnId(true);
            change('id', event.currentTarget.value);
          }}
        />
        <TextInput
          name="url"
          type="url"
          label={t('deliver.url')}
          description={t('deliver.urlHelp')}
          value={draft.url}
          error={mistakes.url === undefined ? null : t('deliver.urlBad')}
          onChange={(event) => change('url', event.currentTarget.value)}
        />
        <TextInput
          name="token"
          type="password"
          label={t('deliver.token')}
          description={t('deliver.tokenHelp')}
          value={draft.token}
          error={mistakes.token === undefined ? null : t('deliver.tokenMissing')}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => change('token', event.currentTarget.value)}
        />
        {save.isError ? <TroubleNotice error={save.error} onRetry={() => save.mutate()} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('deliver.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
