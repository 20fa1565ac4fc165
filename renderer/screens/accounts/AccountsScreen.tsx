import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../contract/account.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './accounts.module.css';
import { NewAccount } from './NewAccount.tsx';
import { NewSecretDialog } from './NewSecretDialog.tsx';

/** Who works here. Administrators add people, and give a new password to who has forgotten theirs. */
export function AccountsScreen() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const session = useQuery(queries.session());
  const may = useMay();
  return (
    <>
      <ScreenHead title={t('screen.accounts')} />
      <div className={styles.body}>
        {session.isPending ? <Loading /> : null}
        {session.isError ? <TroubleNotice error={session.error} onRetry={() => void session.refetch()} /> : null}
        {session.data === undefined ? null : (
          <>
            <AccountTable accounts={session.data.accounts} ownId={session.data.account?.id} />
            {may('session.createAccount') ? (
              <Panel title={t('accounts.add')}>
                <NewAccount />
              </Panel>
            ) : (
              <Notice tone="muted">{t('accounts.onlyAdministrator')}</Notice>
            )}
          </>
        )}
      </div>
    </>
  );
}

interface AccountTableProps {
  readonly accounts: readonly Account[];
  readonly ownId: string | undefined;
}

function AccountTable({ accounts, ownId }: AccountTableProps) {
  const { t } = useTranslation();
  const mayReplace = useMay()('session.replaceSecret');
  const [renewed, setRenewed] = useState<Account | null>(null);
  return (
    <TableFrame>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('accounts.name')}</th>
            <th scope="col">{t('accounts.role')}</th>
            {mayReplace ? <th scope="col">{t('signIn.secret')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <td className={styles.name}>
                {account.name}
                {account.id === ownId ? <span className={styles.soft}> ({t('accounts.you')})</span> : null}
              </td>
              <td>
                {t(`role.${account.role}`)}
                <span className={styles.soft}> · {t(`accounts.roles.${account.role}`)}</span>
                {account.seesSpecialCategories ? (
                  <span className={styles.soft}> · {t('accounts.seesSpecial')}</span>
                ) : null}
              </td>
              {mayReplace ? (
                <td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('accounts.newSecretFor', { name: account.name })}
                    onClick={() => setRenewed(account)}
                  >
                    {t('accounts.newSecret')}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {renewed === null ? null : <NewSecretDialog account={renewed} onClose={() => setRenewed(null)} />}
    </TableFrame>
  );
}
