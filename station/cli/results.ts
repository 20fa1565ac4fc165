import { z } from 'zod';
import { documentStateSchema } from '../../contract/batch.ts';
import { boxPxSchema, idSchema } from '../../contract/common.ts';
import { fieldStatusSchema, fieldValueSchema } from '../../ocr/model/field.ts';

const share = z.number().min(0).max(1);
const textAtSchema = z.strictObject({ text: z.string(), boxPx: boxPxSchema });

const pageResultSchema = z.strictObject({
  /** Name of the file relative to the folder that was given. */
  source: z.string(),
  index: z.int().nonnegative(),
  sha256: z.string().length(64),
  /** Size of the page as captured, before its rotation is taken out. */
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  rotationDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  skewDeg: z.number(),
  blank: z.boolean(),
  text: z.string(),
  words: z.array(z.strictObject({ text: z.string(), confidence: share, boxPx: boxPxSchema })),
  registration: z.strictObject({ layout: z.string(), residualMm: z.number().nonnegative() }).nullable(),
  quarantined: z.string().nullable(),
});
export type PageResult = z.infer<typeof pageResultSchema>;

const fieldResultSchema = z.strictObject({
  value: fieldValueSchema,
  raw: z.string(),
  confidence: share,
  status: fieldStatusSchema,
  reason: z.string().nullable(),
  page: z.int().nonnegative(),
  boxPx: boxPxSchema.nullable(),
});
export type FieldResult = z.infer<typeof fieldResultSchema>;

const documentResultSchema = z.strictObject({
  id: idSchema,
  form: z.string().nullable(),
  state: documentStateSchema,
  pages: z.array(pageResultSchema),
  /** By JSON Pointer. */
  fields: z.record(z.string(), fieldResultSchema),
  /** What was found without a layout. */
  pairs: z.array(z.strictObject({ label: textAtSchema, value: textAtSchema, confidence: share })),
});
export type DocumentResult = z.infer<typeof documentResultSchema>;

/** What `tabularium process` writes to `results.json`: fixed, other tools rely on it. Boxes are in captured pixels. */
export const resultsSchema = z.strictObject({
  batch: idSchema,
  documents: z.array(documentResultSchema),
  /** Files that were not read, the same bytes twice included, each with the cause. */
  refused: z.array(z.strictObject({ source: z.string(), reason: z.string() })),
  timing: z.strictObject({ wallMs: z.number().nonnegative(), pages: z.int().nonnegative() }),
});
export type Results = z.infer<typeof resultsSchema>;
