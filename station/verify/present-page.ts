import type { Selectable } from 'kysely';
import type { PageSummary } from '../../contract/batch.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import { parseQuality } from '../store/page-quality.ts';
import type { BatchPageRow } from '../store/tables/pages.ts';
import { presentQuality } from '../texts/quality.ts';
import { tellFailure } from '../texts/tell.ts';

/** Form packages by `id@version`. */
export type Forms = ReadonlyMap<string, FormPackage>;

/** Title of a form for people; the key itself stands in where the form is no longer installed. */
export function titleOfForm(forms: Forms, key: string) {
  const title = forms.get(key)?.manifest.title;
  return { key, title: title ?? { it: key, en: key } };
}

/** A page as the screens list it. Its size is given upright, as the picture of the page is shown. */
export function presentPage(row: Selectable<BatchPageRow>, forms: Forms): PageSummary {
  return { ...presentPageAlone(row, forms), ordinal: row.ordinal };
}

/** A page as it is presented wherever it lies. */
export function presentPageAlone(
  row: Omit<Selectable<BatchPageRow>, 'ordinal'>,
  forms: Forms,
): Omit<PageSummary, 'ordinal'> {
  const { id, sourceName, state, rotationDeg, documentId, formKey, layoutPage } = row;
  const isTurned = rotationDeg === 90 || rotationDeg === 270;
  return {
    ...{ id, sourceName, state, rotationDeg, documentId },
    index: row.pageIndex,
    blank: row.blank === null ? null : row.blank === 1,
    widthPx: isTurned ? row.heightPx : row.widthPx,
    heightPx: isTurned ? row.widthPx : row.heightPx,
    form: formKey === null || layoutPage === null ? null : { ...titleOfForm(forms, formKey), page: layoutPage },
    quality: row.quality === null ? null : presentQuality(parseQuality(row.quality)),
    quarantine: row.failureCode === null ? null : tellFailure(row.failureCode),
  };
}
