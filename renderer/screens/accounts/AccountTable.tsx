import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Session } from '../../../contract/account.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { AccountRow, type AccountTask } from './AccountRow.tsx';
import styles from './accounts.module.css';
import { ChangeSecretDialog } from './ChangeSecretDialog.tsx';
import { DeactivateDialog } from './DeactivateDialog.tsx';
import { NewSecretDialog } from './NewSecretDialog.tsx';

/** What is being done to an account in a dialog. */
interface OpenTask {
  readonly task: Exclude<AccountTask, 'activate'>;
  readonly account: Account;
}

/** Everybody, those who left last, with what the person at the window may do about each. */
export function AccountTable({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const may = useMay();
  const [open, setOpen] = useState<OpenTask | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const activate = useMutation({
    mutationFn: ({ id }: Account) => station.session.activateAccount({ accountId: id }),
    onMutate: () => setTold(null),
    onSuccess: async (_answer, { name }) => {
      await queryClient.invalidateQueries({ queryKey: queries.session().queryKey });
      setTold(t('accounts.activated', { name }));
    },
  });
  const start = (task: AccountTask, account: Account): void => {
    if (task === 'activate') activate.mutate(account);
    else setOpen({ task, account });
  };
  const close = (): void => setOpen(null);
  const done = (text: string): void => {
    setTold(text);
    close();
  };
  return (
    <div className={styles.list}>
      <TableFrame>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('accounts.name')}</th>
              <th scope="col">{t('accounts.role')}</th>
              <th scope="col">{t('signIn.secret')}</th>
              {may('session.deactivateAccount') ? <th scope="col">{t('accounts.entry')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {[...session.accounts, ...session.deactivated].map((account, index) => (
              <AccountRow
                key={account.id}
                account={account}
                own={account.id === session.account?.id}
                active={index < session.accounts.length}
                onStart={(task) => start(task, account)}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
      {activate.isError ? <TroubleNotice error={activate.error} /> : null}
      {told === null ? null : (
        <Notice tone="sure" role="status">
          {told}
        </Notice>
      )}
      {open?.task === 'replace' ? <NewSecretDialog account={open.account} onClose={close} onDone={done} /> : null}
      {open?.task === 'change' ? <ChangeSecretDialog onClose={close} onDone={done} /> : null}
      {open?.task === 'deactivate' ? <DeactivateDialog account={open.account} onClose={close} onDone={done} /> : null}
    </div>
  );
}
