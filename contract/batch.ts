import { z } from 'zod';
import { bilingualSchema, idSchema, instantSchema } from './common.ts';
import { pageVerdictSchema, qualityCountSchema } from './quality.ts';

export const pageStateSchema = z.enum(['captured', 'read', 'quarantined']);
export type PageState = z.infer<typeof pageStateSchema>;

export const documentStateSchema = z.enum([
  'read',
  'verifying',
  'verified',
  'approved',
  'delivered',
  'rescan',
  'quarantined',
]);
export type DocumentState = z.infer<typeof documentStateSchema>;

/** A file that came in. `refused` and `duplicate` ones have no pages but are listed, with the reason. */
export const sourceSchema = z.strictObject({
  id: idSchema,
  /** Path relative to the folder that was chosen, for people; never a key. */
  name: z.string(),
  state: z.enum(['stored', 'opened', 'refused', 'duplicate']),
  reason: z.strictObject({ code: z.string(), message: bilingualSchema, detail: z.string() }).nullable(),
});
export type Source = z.infer<typeof sourceSchema>;

export const pageSummarySchema = z.strictObject({
  id: idSchema,
  /** Position in the batch, from 0. */
  ordinal: z.int().nonnegative(),
  sourceName: z.string(),
  index: z.int().nonnegative(),
  state: pageStateSchema,
  blank: z.boolean().nullable(),
  /** Upright size in pixels of the captured page, for laying out the picture. */
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  rotationDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Form title and page number within it, when recognised. */
  form: z.strictObject({ key: z.string(), title: bilingualSchema, page: z.int().nonnegative() }).nullable(),
  quarantine: z.strictObject({ code: z.string(), message: bilingualSchema }).nullable(),
  documentId: idSchema.nullable(),
  /** What was found while the paper was at hand; null until then, and for pages of files that a person chose. */
  quality: pageVerdictSchema.nullable(),
});
export type PageSummary = z.infer<typeof pageSummarySchema>;

export const batchProgressSchema = z.strictObject({
  sources: z.int().nonnegative(),
  sourcesOpened: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  pages: z.int().nonnegative(),
  pagesRead: z.int().nonnegative(),
  pagesQuarantined: z.int().nonnegative(),
  quality: qualityCountSchema,
  /** Documents by state; states with none are absent. */
  documents: z.partialRecord(documentStateSchema, z.int().nonnegative()),
  /** Fields that wait for a person's word, over all documents. */
  doubts: z.int().nonnegative(),
  /** True while the station has work to do for this batch. */
  running: z.boolean(),
});
export type BatchProgress = z.infer<typeof batchProgressSchema>;

export const batchSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  profileId: z.string(),
  createdAt: instantSchema,
  createdBy: z.string(),
  /** A pile to learn on: never delivered, never counted. */
  practice: z.boolean(),
  progress: batchProgressSchema,
});
export type Batch = z.infer<typeof batchSchema>;

export const newBatchSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  profileId: z.string(),
  /** Absolute paths of files and folders chosen by the person in a dialog. */
  paths: z.array(z.string().min(1)).min(1),
});

export const profileSchema = z.strictObject({
  id: z.string(),
  title: bilingualSchema,
  destinationId: z.string().nullable(),
});
export type Profile = z.infer<typeof profileSchema>;
