import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageSummary } from '../../../contract/batch.ts';
import type { Field } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { usePreferences } from '../../app/use-preferences.ts';
import { placeOfField } from '../../canvas/picture.ts';
import { Snippet, type SnippetMark } from '../../canvas/Snippet.tsx';
import { snippetSize } from '../../canvas/snippet-size.ts';
import { findDoubts } from './entry/doubts.ts';
import { textOfValue } from './entry/field-text.ts';
import { placeAcross } from './entry/places.ts';
import styles from './verify.module.css';

export interface FieldPlaceProps {
  readonly field: Field | null;
  readonly pages: readonly PageSummary[];
  readonly zoom: number;
}

/** The field's place on the page, always in the same spot of the screen so that the eye stays still. */
export function FieldPlace({ field, pages, zoom }: FieldPlaceProps) {
  const { t, i18n } = useTranslation();
  const { snippetPercent } = usePreferences();
  const place = field === null ? null : placeOfField(field, pages);
  const marks = useMemo(() => (field === null ? [] : marksOf(field)), [field]);
  return (
    <section className={styles.place} aria-label={t('verify.place')} style={snippetSize(snippetPercent)}>
      <Snippet
        place={place}
        zoom={zoom}
        marks={marks}
        label={field === null ? '' : t('verify.zone', { field: textIn(i18n.language, field.title) })}
      >
        <p className={styles.noPlace}>{field === null ? t('verify.complete') : t('verify.noPlace')}</p>
      </Snippet>
    </section>
  );
}

/** The doubtful characters where they stand on the page; on several lines their places are not known. */
function marksOf(field: Field): readonly SnippetMark[] {
  const { reading } = field;
  if (reading === null || reading.characters.some(({ text }) => text === '\n')) return [];
  const text = textOfValue(field, field.value);
  return findDoubts(field, text).flatMap(({ index, place }) =>
    place === null ? [] : [{ at: placeAcross(reading, place), text: text[index] ?? '' }],
  );
}
