import type { Calibration } from '../../../ocr/extract/calibrate/calibration.ts';
import { extractFields } from '../../../ocr/extract/extract.ts';
import { sameValue } from '../../../ocr/extract/same-value.ts';
import type { Tables } from '../../../ocr/extract/tables.ts';
import type { FieldValue } from '../../../ocr/model/field.ts';
import type { PageReading } from '../../../ocr/model/result.ts';
import type { SamplePage, SamplePile } from './samples.ts';

export interface FieldOutcome {
  readonly document: string;
  readonly pointer: string;
  readonly hand: string;
  readonly truth: FieldValue;
  readonly value: FieldValue;
  readonly accepted: boolean;
  /** Probability of being right that the product gave the value. */
  readonly confidence: number;
  readonly right: boolean;
}

export interface FieldKnowledge {
  readonly tables: Tables;
  readonly calibration: Calibration;
}

/** Extracts every document of the pile from its pages' readings and compares field by field with the truth. */
export function compareFields(
  pile: SamplePile,
  pages: readonly SamplePage[],
  readings: ReadonlyMap<string, PageReading>,
  { tables, calibration }: FieldKnowledge,
): FieldOutcome[] {
  return pile.truth.documents.flatMap((document) => {
    const form = document.form === null ? undefined : pile.forms.get(document.form);
    if (form === undefined) return [];
    const own = pages.filter((page) => page.document === document).flatMap((page) => readings.get(page.path) ?? []);
    const fields = extractFields(form, own, tables, calibration);
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
        confidence: field?.confidence ?? 0,
        right: sameValue(value, truth),
      };
    });
  });
}
