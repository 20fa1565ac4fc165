import type { LogisticWeights } from '../../model/logistic.ts';

/** Fitted by `tools/train/noisy-pages/word-certainty.ts` to half of FUNSD's pages, in the order of `certaintyFeatures`. */
export const wordCertaintyWeights: LogisticWeights = {
  bias: 0.2993,
  weights: [
    0.8591, 0.3795, 0.7552, -1.0203, -3.4366, -0.236, -0.316, 0.7571, 0.042, -0.7516, 0.3526, -1.078, -0.1568, 0.3697,
    0.1927, -2.0763,
  ],
};
