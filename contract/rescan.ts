import { z } from 'zod';
import { pageSummarySchema } from './batch.ts';
import { idSchema, instantSchema } from './common.ts';
import { documentSummarySchema } from './document.ts';

/** Why a page cannot be used as it was scanned. */
export const rescanReasonSchema = z.enum(['cut-off', 'folded', 'blurred', 'wrong-side', 'other']);
export type RescanReason = z.infer<typeof rescanReasonSchema>;

/** Which pages of a document have to be scanned again, and why. Another reason than those listed is told in words. */
export const rescanRequestSchema = z
  .strictObject({
    documentId: idSchema,
    pageIds: z.array(idSchema).min(1).max(1000),
    reason: rescanReasonSchema,
    words: z.string().trim().min(1).max(200).nullable(),
  })
  .refine(({ reason, words }) => reason !== 'other' || words !== null);
export type RescanRequest = z.infer<typeof rescanRequestSchema>;

/** A document that waits for its paper to be scanned again. */
export const rescanSchema = z.strictObject({
  document: documentSummarySchema,
  reason: rescanReasonSchema,
  words: z.string().nullable(),
  /** Those that are not there anew yet, in the order of the document, each with its place in it from 0. */
  pages: z.array(z.strictObject({ position: z.int().nonnegative(), page: pageSummarySchema })),
  /** Its pages are others by now, and are being read. */
  renewing: z.boolean(),
  by: z.string(),
  at: instantSchema,
});
export type Rescan = z.infer<typeof rescanSchema>;
