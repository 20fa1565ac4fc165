import { useTranslation } from 'react-i18next';
import { Key } from '../../ui/Keys.tsx';
import styles from '../Frame.module.css';
import { useHelp } from './help.ts';

/** Help in the bar of every screen, for those who do not know its keys yet. */
export function HelpButtons() {
  const { t } = useTranslation();
  const { showKeys } = useHelp();
  return (
    <button type="button" className={styles.help} onClick={showKeys}>
      <Key name="?" />
      {t('keys.title')}
    </button>
  );
}
