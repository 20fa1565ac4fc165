import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../contract/account.ts';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { mistakesOfSecret } from './account-draft.ts';
import styles from './accounts.module.css';
import { SecretFields } from './SecretFields.tsx';
import { useDraft } from './use-draft.ts';

export interface NewSecretDialogProps {
  readonly account: Account;
  onClose(): void;
  /** Told what was done, in words. */
  onDone(text: string): void;
}

/** Another password for somebody who has forgotten theirs. */
export function NewSecretDialog({ account, onClose, onDone }: NewSecretDialogProps) {
  const { t } = useTranslation();
  const { station } = useStation();
  const form = useDraft({ secret: '', repeat: '' }, mistakesOfSecret);
  const replace = useMutation({
    mutationFn: () => station.session.replaceSecret({ accountId: account.id, secret: form.draft.secret }),
    onSuccess: () => onDone(t('accounts.secretReplaced', { name: account.name })),
  });
  return (
    <Dialog onClose={onClose} title={t('accounts.newSecretFor', { name: account.name })}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit(() => replace.mutate())}>
        <SecretFields form={form} isFirst />
        {replace.isError ? <TroubleNotice error={replace.error} onRetry={() => replace.mutate()} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={replace.isPending}>
            {t('accounts.replaceSecret')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
