import type { LogisticWeights } from '../../model/logistic.ts';

/**
 * Fitted by `tools/train/noisy-pages/word-trust.ts` to what the quick engine read on half of FUNSD's pages, in the order of
 * `wordFeatures`: confidence, confidence beyond 0.7; height, its distance from the usual one, width of a letter; length,
 * single, share of letters and digits, none of these, capital inside, stray letters, letters only, digits only; confidence
 * of the word before and behind.
 */
export const wordTrustWeights: LogisticWeights = {
  bias: -3.7944,
  weights: [
    2.2389, 7.6783, 0.1001, -1.1512, -0.3189, -0.2091, -0.9621, 0.606, 0.5708, -1.2328, -0.6382, 1.5592, 1.0997, 0.9589,
    1.3008,
  ],
};
