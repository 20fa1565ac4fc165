import { z } from 'zod';
import { bilingualSchema, boxPxSchema } from './common.ts';

/** Something about the picture of a page that is best mended while the paper is at hand. */
export const qualityNoticeSchema = z.strictObject({
  code: z.string(),
  /** `rescan`: the sheet had better be laid in again; `look`: one look at the page is enough. */
  advice: z.enum(['rescan', 'look']),
  /** What it is, with the figures, and what to do. */
  message: bilingualSchema,
  /** What was measured, and the limit that it is beyond. */
  value: z.number(),
  limit: z.number(),
  unit: z.enum(['levels', 'percent', 'deg', 'mm', 'ppi', 'count']),
  /** Where on the captured page; null for the page as a whole. */
  boxPx: boxPxSchema.nullable(),
});
export type QualityNotice = z.infer<typeof qualityNoticeSchema>;

/** The verdict on the picture of one page: good when there is no notice. */
export const pageVerdictSchema = z.strictObject({ notices: z.array(qualityNoticeSchema) });
export type PageVerdict = z.infer<typeof pageVerdictSchema>;

/** How far the first look has come in a batch. */
export const qualityCountSchema = z.strictObject({
  /** Pages that were looked at. */
  assessed: z.int().nonnegative(),
  /** Of these, pages with a notice that advises to scan again. */
  flagged: z.int().nonnegative(),
});
export type QualityCount = z.infer<typeof qualityCountSchema>;
