import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay, useStation } from '../../app/use-station.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { AccountTable } from './AccountTable.tsx';
import styles from './accounts.module.css';
import { NewAccount } from './NewAccount.tsx';

/** Who works here. Everybody changes their own password; administrators add people, help who forgot theirs, and let go who left. */
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
            <AccountTable session={session.data} />
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
