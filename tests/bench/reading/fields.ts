import { extractFields } from '../../../ocr/extract/extract.ts';
import type { Tables } from '../../../ocr/extract/tables.ts';
import type { FieldValue } from '../../../ocr/model/field.ts';
import type { PageReading } from '../../../ocr/model/result.ts';
import { sameValue } from '../../../tools/report/same-value.ts';
import type { SamplePage, SamplePile } from './samples.ts';

export interface FieldOutcome {
  readonly document: string;
  readonly pointer: string;
  readonly hand: string;
  readonly truth: FieldValue;
  readonly value: FieldValue;
  readonly accepted: boolean;
  readonly right: boolean;
}

/** Extracts every document of the pile from its pages' readings and compares field by field with the truth. */
export function compareFields(
  pile: SamplePile,
  pages: readonly SamplePage[],
  readings: ReadonlyMap<string, PageReading>,
  tables: Tables,
): FieldOutcome[] {
  return pile.truth.documents.flatMap((document) => {
    const form = document.form === null ? undefined : pile.forms.get(document.form);
    if (form === undefined) return [];
    const own = pages.filter((page) => page.document === document).flatMap((page) => readings.get(page.path) ?? []);
    const fields = extractFields(form, own, tables);
    return Object.entries(document.fields).map(([pointer, { value: truth }]) => {
      const field = fields[pointer];
      const value = field?.value ?? null;
      return {
        document: document.id,
        pointer,
        hand: document.hand ?? 'none',
        truth,
        value,
        accepted: field?.status === 'accepted',
        right: sameValue(value, truth),
      };
    });
  });
}
