import type { ExtractedField, ExtractedFields } from '../model/field.ts';
import type { FormPackage } from '../model/form.ts';
import type { PageReading } from '../model/result.ts';
import type { Calibration } from './calibrate/calibration.ts';
import { decide } from './decide.ts';
import type { Tables } from './tables/tables.ts';
import { type FieldTrace, traceFields } from './trace.ts';

function toField(trace: FieldTrace, calibration: Calibration): ExtractedField {
  const { normalised, raw, page, box } = trace.evidence;
  return {
    value: normalised.value,
    raw,
    ...decide(trace, calibration),
    candidates: [...normalised.candidates],
    page,
    boxPx: box,
  };
}

/**
 * Makes the fields of one document from what was read on its pages, in order, and decides what a person must see.
 * A field's confidence is the probability that its value is right, by the calibration. Fields of layout pages that are not
 * among `pages` are missing when the schema demands them.
 */
export function extractFields(
  form: FormPackage,
  pages: readonly PageReading[],
  tables: Tables,
  calibration: Calibration,
): ExtractedFields {
  return Object.fromEntries(
    traceFields(form, pages, tables).map((trace) => [trace.evidence.description.pointer, toField(trace, calibration)]),
  );
}
