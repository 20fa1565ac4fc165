import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../contract/document.ts';
import styles from './ui.module.css';

export interface DocumentCountProps {
  readonly document: DocumentSummary;
  /** How many documents wait for the same task. */
  readonly waiting: number;
}

/** Which document of the batch this is, and how many wait. */
export function DocumentCount({ document, waiting }: DocumentCountProps) {
  const { t } = useTranslation();
  const number = document.ordinal + 1;
  return (
    <span className={styles.valueless}>
      {waiting === 0 ? t('verify.document', { number }) : t('verify.waiting', { number, count: waiting })}
    </span>
  );
}
