import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fieldValueSchema } from '../../ocr/model/field.ts';
import { jsonPointerSchema } from '../../ocr/model/form.ts';
import { affineSchema } from '../../ocr/model/geometry.ts';
import { wearSchema } from './degrade/wear/kinds.ts';

export const handKindSchema = z.enum(['typed', 'typewriter', 'handwritten']);
export type HandKind = z.infer<typeof handKindSchema>;

export const damageLevelSchema = z.enum(['none', 'light', 'medium', 'heavy']);
export type DamageLevel = z.infer<typeof damageLevelSchema>;

/** Everything that was done to one page on its way through copier and scanner. */
export const damageSchema = z.strictObject({
  level: damageLevelSchema,
  dpi: z.union([z.literal(200), z.literal(300)]),
  upsideDown: z.boolean(),
  /** As in `PreparedPage`: positive where the lines descend to the right. */
  skewDeg: z.number(),
  scale: z.number().positive(),
  shearDeg: z.number(),
  offsetMm: z.tuple([z.number(), z.number()]),
  /** Standard deviation in grey levels. */
  noise: z.number().nonnegative(),
  /** Share of the pixels turned black or white. */
  saltAndPepper: z.number().nonnegative(),
  /** Standard deviation in pixels. */
  blurPx: z.number().nonnegative(),
  /** 0: full black; 1: nothing left of the print. */
  faintToner: z.number().min(0).max(1),
  /** Grey of the paper where it is lightest, and how much darker it gets elsewhere. */
  paperGrey: z.number().min(0).max(255),
  unevenBackground: z.number().nonnegative(),
  darkEdge: z.enum(['none', 'left', 'right', 'top', 'bottom']),
  punchHoles: z.boolean(),
  stamp: z.boolean(),
  jpegQuality: z.int().min(1).max(100),
  /** What the paper went through besides; absent where nothing was asked for. */
  wear: z.array(wearSchema).optional(),
});
export type Damage = z.infer<typeof damageSchema>;

export const truthPageSchema = z.strictObject({
  /** Name of the image beside `truth.json`; names sort in the order of the pile. */
  file: z.string(),
  /** Index of the page inside `file`: 0 unless the format holds several. */
  index: z.int().nonnegative(),
  kind: z.enum(['form', 'blank', 'foreign']),
  /** Index of the page inside the form's layout; null for pages of no form. */
  layoutPage: z.int().nonnegative().nullable(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** Clockwise turn that makes the captured page upright. */
  rotationDeg: z.union([z.literal(0), z.literal(180)]),
  skewDeg: z.number(),
  /** Millimetres of the reference page -> pixels of the captured page. */
  toCaptured: affineSchema,
  damage: damageSchema,
});
export type TruthPage = z.infer<typeof truthPageSchema>;

/**
 * `value` is what the record must hold, null for a field left empty; `text` is what stands on the paper. `byHand` is set where a pen
 * wrote it on a document that a machine filled in.
 */
export const truthFieldSchema = z.strictObject({
  value: fieldValueSchema,
  text: z.string(),
  byHand: z.literal(true).optional(),
});
export type TruthField = z.infer<typeof truthFieldSchema>;

export const truthDocumentSchema = z.strictObject({
  id: z.string(),
  /** `id@version`, null for a page of no form. */
  form: z.string().nullable(),
  edition: z.string().nullable(),
  hand: handKindSchema.nullable(),
  /** Font family that stands for the hand. */
  face: z.string().nullable(),
  pages: z.array(truthPageSchema).min(1),
  /** Every field of the form by JSON Pointer, the empty ones too. */
  fields: z.record(jsonPointerSchema, truthFieldSchema),
});
export type TruthDocument = z.infer<typeof truthDocumentSchema>;

export const truthSchema = z.strictObject({
  format: z.literal('tabularium-samples-1'),
  seed: z.string(),
  documents: z.array(truthDocumentSchema),
});
export type Truth = z.infer<typeof truthSchema>;

/** Reads the truth beside a folder of samples. Throws when it is absent or of another format. */
export async function readTruth(folder: string): Promise<Truth> {
  return truthSchema.parse(JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')));
}
