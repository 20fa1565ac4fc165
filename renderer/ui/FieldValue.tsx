import { useTranslation } from 'react-i18next';
import type { Field } from '../../contract/document.ts';
import styles from './ui.module.css';
import { shownValue } from './value-text.ts';

/** A field's value as people read it; says so when there is none. */
export function FieldValue({ field }: { readonly field: Field }) {
  const { t, i18n } = useTranslation();
  const shown = shownValue(field.editor, field.value, { yes: t('field.yes'), no: t('field.no') }, i18n.language);
  if (shown !== '') return <span className={styles.value}>{shown}</span>;
  const unreadable = field.verification?.verdict === 'unreadable';
  return <span className={styles.valueless}>{unreadable ? t('field.unreadable') : t('field.empty')}</span>;
}
