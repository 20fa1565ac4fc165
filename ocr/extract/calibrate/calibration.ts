import { z } from 'zod';

/**
 * What a field's evidence is told by. Texts that were read, texts where nothing was, tick boxes and signatures go wrong in
 * different ways and have models of their own.
 */
export const familySchema = z.enum(['text', 'empty', 'mark', 'signature']);
export type Family = z.infer<typeof familySchema>;

const finite = z.number();
const count = z.int().nonnegative();

/** One term of a model: how much its feature moves the log odds, and how well that is known (inverse variance). */
const termSchema = z.strictObject({ feature: z.string().min(1), weight: finite, precision: z.number().nonnegative() });
export type Term = z.infer<typeof termSchema>;

/** Fields of one kind that the fit has seen, and how many of them were wrong. */
const seenSchema = z.strictObject({ kind: z.string().min(1), fields: count, wrong: count });

const modelSchema = z.strictObject({
  family: familySchema,
  terms: z.array(termSchema).min(1),
  seen: z.array(seenSchema),
});
export type Model = z.infer<typeof modelSchema>;

/** Fields for which a promise is made apart: typed text, text by hand, and what is no text: marks, signatures, nothing. */
export const poolSchema = z.enum(['typed', 'byHand', 'wordless']);
export type Pool = z.infer<typeof poolSchema>;

const leastSchema = z.number().min(0).max(1).nullable();

/**
 * The least probability at which fields of each pool are accepted so that at most `falseAccepts` of them are wrong; null
 * where too few were seen to promise that.
 */
const thresholdSchema = z.strictObject({
  falseAccepts: z.number().positive().max(1),
  typed: leastSchema,
  byHand: leastSchema,
  wordless: leastSchema,
});
export type Threshold = z.infer<typeof thresholdSchema>;

/** How sure a field is: models of the probability that a value is right, and from where on it needs no person. */
export const calibrationSchema = z.strictObject({
  format: z.literal('tabularium-calibration-1'),
  /** What it was fitted on. */
  origin: z.strictObject({
    piles: z.array(z.strictObject({ seed: z.string(), documents: count })),
    verdicts: count,
  }),
  models: z.array(modelSchema),
  thresholds: z.array(thresholdSchema),
  /** Expected calibration error by cross-validation over documents. */
  crossValidation: z.strictObject({ folds: count, fields: count, expectedCalibrationError: z.number().nonnegative() }),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/** Share of wrong values among the accepted ones that is aimed at where nobody asked for another. */
export const usualFalseAccepts = 0.001;

/** What holds where no calibration can be had: nothing is known to be right, nothing is accepted. */
export const cautious: Calibration = {
  format: 'tabularium-calibration-1',
  origin: { piles: [], verdicts: 0 },
  models: [],
  thresholds: [],
  crossValidation: { folds: 0, fields: 0, expectedCalibrationError: 0 },
};
