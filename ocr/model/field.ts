import { z } from 'zod';
import { boxSchema } from './geometry.ts';
import { confidenceSchema } from './reading.ts';

export const fieldStatusSchema = z.enum(['accepted', 'doubtful', 'missing', 'invalid']);
/** accepted: sure enough to need no person; doubtful: a value that a person must see; missing: nothing found; invalid: breaks a rule. */
export type FieldStatus = z.infer<typeof fieldStatusSchema>;

/** Closed list of why a field is not simply accepted. Texts for people live in the translations under `reason.<code>`. */
export const fieldReasonSchema = z.enum([
  'low-confidence',
  'handwritten',
  'policy',
  'required-empty',
  'schema',
  'pattern',
  'check-character',
  'impossible-date',
  'unknown-comune',
  'unknown-code',
  'disagrees-with-codice-fiscale',
  'disagrees-with-province',
  'disagrees-with-comune',
  'dates-out-of-order',
  'date-to-come',
  'several-marks',
  'unclear-mark',
  'repaired',
  'not-read',
  'overrun',
  'foreign-writing',
  'struck-out',
  'nothing-said',
  'covered',
  'found-by-label',
]);
export type FieldReason = z.infer<typeof fieldReasonSchema>;

export const fieldValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export type FieldValue = z.infer<typeof fieldValueSchema>;

/** A field as the machine left it, before any person's word. */
export const extractedFieldSchema = z.strictObject({
  value: fieldValueSchema,
  /** As read, before it was normalised; "true" or "false" for marks. */
  raw: z.string(),
  confidence: confidenceSchema,
  status: fieldStatusSchema,
  reason: fieldReasonSchema.nullable(),
  /** Further values that the readings allow, best first, without `value`. */
  candidates: z.array(z.string()),
  /** Zero-based page inside the document. */
  page: z.int().nonnegative(),
  /** Pixels of the page as captured; null when the field has no place on a page. */
  boxPx: boxSchema.nullable(),
});
export type ExtractedField = z.infer<typeof extractedFieldSchema>;

/** Fields by JSON Pointer. */
export const extractedFieldsSchema = z.record(z.string(), extractedFieldSchema);
export type ExtractedFields = z.infer<typeof extractedFieldsSchema>;
