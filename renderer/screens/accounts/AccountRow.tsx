import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../contract/account.ts';
import { useMay } from '../../app/use-station.ts';
import styles from './accounts.module.css';

/** What can be done about an account: a password for who forgot theirs, another of one's own, an end, and a new beginning. */
export type AccountTask = 'replace' | 'change' | 'deactivate' | 'activate';

export interface AccountRowProps {
  readonly account: Account;
  /** Whether this is who is at the window. */
  readonly own: boolean;
  readonly active: boolean;
  onStart(task: AccountTask): void;
}

export function AccountRow({ account, own, active, onStart }: AccountRowProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { name, role, seesSpecialCategories } = account;
  return (
    <tr data-left={!active || undefined}>
      <td className={styles.name}>
        {name}
        {own ? <span className={styles.soft}> ({t('accounts.you')})</span> : null}
        {active ? null : <span className={styles.soft}> ({t('accounts.isDeactivated')})</span>}
      </td>
      <td>
        {t(`role.${role}`)}
        <span className={styles.soft}> · {t(`accounts.roles.${role}`)}</span>
        {seesSpecialCategories ? <span className={styles.soft}> · {t('accounts.seesSpecial')}</span> : null}
      </td>
      <td>
        {own ? (
          <RowButton
            label={t('accounts.changeOwnSecret')}
            text={t('accounts.changeOwn')}
            task="change"
            {...{ onStart }}
          />
        ) : null}
        {!own && active && may('session.replaceSecret') ? (
          <RowButton
            {...{ onStart, task: 'replace' }}
            label={t('accounts.newSecretFor', { name })}
            text={t('accounts.newSecret')}
          />
        ) : null}
      </td>
      {may('session.deactivateAccount') ? (
        <td>
          {own ? null : (
            // One button of two meanings, so that the focus stays on it when its row moves.
            <RowButton
              {...{ onStart, task: active ? 'deactivate' : 'activate' }}
              label={t(active ? 'accounts.deactivateOne' : 'accounts.activateOne', { name })}
              text={t(active ? 'accounts.deactivate' : 'accounts.activate')}
            />
          )}
        </td>
      ) : null}
    </tr>
  );
}

interface RowButtonProps extends Pick<AccountRowProps, 'onStart'> {
  readonly task: AccountTask;
  /** Says also whom it is about. */
  readonly label: string;
  readonly text: string;
}

function RowButton({ task, label, text, onStart }: RowButtonProps) {
  return (
    <Button size="compact-sm" variant="default" aria-label={label} onClick={() => onStart(task)}>
      {text}
    </Button>
  );
}
