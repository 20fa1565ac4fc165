import { useTranslation } from 'react-i18next';
import type { PageSummary } from '../../../contract/batch.ts';
import type { Field } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { placeOfField } from '../../canvas/picture.ts';
import { Snippet } from '../../canvas/Snippet.tsx';
import styles from './verify.module.css';

export interface FieldPlaceProps {
  readonly field: Field | null;
  readonly pages: readonly PageSummary[];
  readonly zoom: number;
}

/** The field's place on the page, always in the same spot of the screen so that the eye stays still. */
export function FieldPlace({ field, pages, zoom }: FieldPlaceProps) {
  const { t, i18n } = useTranslation();
  const place = field === null ? null : placeOfField(field, pages);
  return (
    <section className={styles.place} aria-label={t('verify.place')}>
      {field === null || place === null ? (
        <p className={styles.noPlace}>{field === null ? t('verify.complete') : t('verify.noPlace')}</p>
      ) : (
        <Snippet {...place} zoom={zoom} label={t('verify.zone', { field: textIn(i18n.language, field.title) })} />
      )}
    </section>
  );
}
