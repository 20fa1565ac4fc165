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
import { draftOf, idOfTitle, mistakesOfDestination } from './destination-draft.ts';

export interface DestinationDialogProps {
  /** The destination that is put right; null for a new one. */
  readonly corrected: Destination | null;
  /** Short names that a new one may not have. */
  readonly taken: readonly string[];
  onClose(): void;
  onSaved(destination: Destination): void;
}

/**
 * A new destination, or one that is put right: under its short name, which stays. Its token goes to the station and is never
 * shown again, so that it is typed anew.
 */
export function DestinationDialog({ corrected, taken, onClose, onSaved }: DestinationDialogProps) {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const [ownId, setOwnId] = useState(false);
  const { draft, mistakes, change, onSubmit } = useDraft(draftOf(corrected), (written) =>
    mistakesOfDestination(written, corrected === null ? taken : []),
  );
  const save = useMutation({
    mutationFn: () => station.deliveries.saveDestination({ ...draft, title: draft.title.trim() }),
    onSuccess: async (destination) => {
      await queryClient.invalidateQueries({ queryKey: queries.destinations().queryKey });
      onSaved(destination);
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t(corrected === null ? 'deliver.add' : 'deliver.correct')}>
      <form className={styles.form} noValidate onSubmit={onSubmit(() => save.mutate())}>
        <TextInput
          name="title"
          label={t('deliver.title')}
          value={draft.title}
          error={mistakes.title === undefined ? null : t('deliver.titleMissing')}
          maxLength={80}
          data-autofocus={corrected === null ? true : undefined}
          onChange={(event) => {
            change('title', event.currentTarget.value);
            if (!ownId && corrected === null) change('id', idOfTitle(event.currentTarget.value));
          }}
        />
        <TextInput
          name="id"
          label={t('deliver.id')}
          description={t('deliver.idHelp')}
          value={draft.id}
          error={mistakes.id === undefined ? null : t(taken.includes(draft.id) ? 'deliver.idTaken' : 'deliver.idBad')}
          maxLength={40}
          readOnly={corrected !== null}
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
          description={t(corrected === null ? 'deliver.tokenHelp' : 'deliver.tokenAgain')}
          value={draft.token}
          error={mistakes.token === undefined ? null : t('deliver.tokenMissing')}
          maxLength={500}
          autoComplete="off"
          data-autofocus={corrected === null ? undefined : true}
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
