import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/account.ts';
import { Mark } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ChooseAccount } from './ChooseAccount.tsx';
import { FirstAccount } from './FirstAccount.tsx';
import styles from './SignInScreen.module.css';

/** Who is at the workstation. On the first start there is nobody yet, and the first account is made here. */
export function SignInScreen({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const first = session.accounts.length === 0;
  return (
    <div className={styles.screen}>
      <div className={styles.card}>
        <div className={styles.head}>
          <Mark className={styles.mark} />
          <div>
            <h1 tabIndex={-1}>{t(first ? 'signIn.first' : 'signIn.choose')}</h1>
            <p className={styles.pitch}>{t(first ? 'signIn.firstHelp' : 'signIn.pitch')}</p>
          </div>
        </div>
        {session.putOut ? (
          <div className={styles.told}>
            <Notice tone="doubt" role="alert">
              {t('signIn.putOut')}
            </Notice>
          </div>
        ) : null}
        {first ? <FirstAccount /> : <ChooseAccount accounts={session.accounts} />}
      </div>
    </div>
  );
}
