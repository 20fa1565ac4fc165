import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../contract/account.ts';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './accounts.module.css';

export interface DeactivateDialogProps {
  readonly account: Account;
  onClose(): void;
  /** Told what was done, in words. */
  onDone(text: string): void;
}

/** Says what deactivating somebody means before it is done. */
export function DeactivateDialog({ account: { id, name }, onClose, onDone }: DeactivateDialogProps) {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const deactivate = useMutation({
    mutationFn: () => station.session.deactivateAccount({ accountId: id }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.session().queryKey });
      onDone(t('accounts.deactivated', { name }));
    },
  });
  return (
    <Dialog onClose={onClose} title={t('accounts.deactivateOne', { name })}>
      <div className={styles.form}>
        <p>{t('accounts.deactivateHelp')}</p>
        {deactivate.isError ? <TroubleNotice error={deactivate.error} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button loading={deactivate.isPending} onClick={() => deactivate.mutate()}>
            {t('accounts.deactivateNow')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
