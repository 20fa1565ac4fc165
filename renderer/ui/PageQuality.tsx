import { useTranslation } from 'react-i18next';
import type { PageVerdict } from '../../contract/quality.ts';
import { textIn } from '../app/i18n.ts';
import { Icon } from './Icon.tsx';
import styles from './ui.module.css';

/** What is wrong with the picture of a page, on its tile: the gravest in short, all of it on pointing. */
export function PageQuality({ quality }: { readonly quality: PageVerdict | null }) {
  const { t, i18n } = useTranslation();
  const notices = quality?.notices ?? [];
  if (notices.length === 0) return null;
  const advice = notices.some((notice) => notice.advice === 'rescan') ? 'rescan' : 'look';
  return (
    <p
      className={styles.quality}
      data-advice={advice}
      title={notices.map(({ message }) => textIn(i18n.language, message)).join('\n')}
    >
      <Icon name="warning" /> {t(`quality.${advice}`)}
    </p>
  );
}
