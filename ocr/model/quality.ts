import { z } from 'zod';
import { boxSchema } from './geometry.ts';

/**
 * What may be wrong with the picture of a page while the paper is still at hand. Closed list: each code has a text in
 * Italian and English that says what to do.
 */
export const qualityCodeSchema = z.enum([
  'too-dark',
  'too-faint',
  'clipped-highlights',
  'clipped-shadows',
  'skewed',
  'cut-edge',
  'folded-corner',
  'blurred',
  'resolution-too-low',
  'resolution-misstated',
  'black-and-white',
  'lossy-format',
  'streaks',
  'nearly-blank',
]);
export type QualityCode = z.infer<typeof qualityCodeSchema>;

const qualityUnitSchema = z.enum(['levels', 'percent', 'deg', 'mm', 'ppi', 'count']);

/** One thing that was found, with what was measured and the limit that it is beyond. */
export const qualityFindingSchema = z.strictObject({
  code: qualityCodeSchema,
  value: z.number(),
  limit: z.number(),
  unit: qualityUnitSchema,
  /** Where on the page, in pixels as captured; null for the page as a whole. */
  boxPx: boxSchema.nullable(),
});
export type QualityFinding = z.infer<typeof qualityFindingSchema>;

/** An upright line down the page that may be a print, or a speck on the scanner's glass: the pages around it decide. */
export const streakTraceSchema = z.strictObject({
  xPx: z.number().nonnegative(),
  widthPx: z.number().positive(),
  /** How far it differs from the paper beside it, in grey levels: negative where it is darker. */
  contrast: z.number(),
});
export type StreakTrace = z.infer<typeof streakTraceSchema>;

/** What a first look at a page gives. */
export const pageQualitySchema = z.strictObject({
  findings: z.array(qualityFindingSchema),
  /** Kept to be compared with those of the pages before and after it. */
  traces: z.array(streakTraceSchema),
  /** Size of the page that boxes and traces are in. */
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
});
export type PageQuality = z.infer<typeof pageQualitySchema>;

/** What a profile demands of a picture beyond that it can be read. */
export const captureDemandsSchema = z.strictObject({
  /** Null where any resolution will do. */
  leastDpi: z.number().positive().nullable(),
  /** Whether greys are demanded, so that black and white alone will not do. */
  grey: z.boolean(),
  /** Whether the original has to be free of loss: TIFF or PNG, not JPEG. */
  lossless: z.boolean(),
  mostSkewDeg: z.number().positive(),
  /** Share of the page's pixels that may be at the end of the scale; null where the tones need not be kept. */
  mostClippedShare: z.number().positive().max(1).nullable(),
});
export type CaptureDemands = z.infer<typeof captureDemandsSchema>;

/** What the scanner was asked for, where a scanner made the page. */
export const captureOrderSchema = z.strictObject({
  resolutionDpi: z.number().positive(),
  /** Size of the paper that was asked for in millimetres, the shorter side first; null for "as large as there is". */
  paperMm: z.tuple([z.number().positive(), z.number().positive()]).nullable(),
});
export type CaptureOrder = z.infer<typeof captureOrderSchema>;
