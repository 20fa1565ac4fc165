import { useTranslation } from 'react-i18next';
import { Key } from '../../ui/Keys.tsx';
import styles from '../Frame.module.css';
import { useHelp } from './help.ts';

/** Help in the bar of every screen, for those who do not know its keys yet. */
export function HelpButtons() {
  const { t } = useTranslation();
  const { show } = useHelp();
  return (
    <>
      <button type="button" className={styles.help} onClick={() => show('manual')}>
        <Key name="F1" />
        <span className={styles.helpText}>{t('manual.title')}</span>
      </button>
      <button type="button" className={styles.help} onClick={() => show('keys')}>
        <Key name="?" />
        <span className={styles.helpText}>{t('keys.title')}</span>
      </button>
    </>
  );
}
