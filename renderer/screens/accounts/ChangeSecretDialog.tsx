import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { mistakesOfSecretChange } from './account-draft.ts';
import styles from './accounts.module.css';
import { SecretFields } from './SecretFields.tsx';
import { useDraft } from './use-draft.ts';

export interface ChangeSecretDialogProps {
  onClose(): void;
  /** Told what was done, in words. */
  onDone(text: string): void;
}

/** Another password of one's own, by whoever knows the present one. */
export function ChangeSecretDialog({ onClose, onDone }: ChangeSecretDialogProps) {
  const { t } = useTranslation();
  const { station } = useStation();
  const form = useDraft({ current: '', secret: '', repeat: '' }, mistakesOfSecretChange);
  const current = useRef<HTMLInputElement>(null);
  const change = useMutation({
    mutationFn: () => station.session.changeSecret({ current: form.draft.current, secret: form.draft.secret }),
    onSuccess: () => onDone(t('accounts.ownSecretChanged')),
    // The next letter typed begins it anew.
    onError: () => {
      current.current?.focus();
      current.current?.select();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('accounts.changeOwnSecret')}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit(() => change.mutate())}>
        <TextInput
          ref={current}
          type="password"
          name="current"
          label={t('accounts.current')}
          value={form.draft.current}
          error={form.mistakes.current === undefined ? null : t('accounts.currentMissing')}
          maxLength={200}
          autoComplete="current-password"
          data-autofocus
          required
          withAsterisk={false}
          onChange={(event) => form.change('current', event.currentTarget.value)}
        />
        <SecretFields form={form} label={t('accounts.newOwn')} repeatLabel={t('accounts.repeatNewOwn')} />
        {change.isError ? <TroubleNotice error={change.error} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('accounts.replaceSecret')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
