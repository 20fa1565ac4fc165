import type { LogisticWeights } from '../../model/logistic.ts';

/** Fitted by `tools/train/noisy-pages/word-certainty.ts` to half of FUNSD's pages, in the order of `certaintyFeatures`. */
export const wordCertaintyWeights: LogisticWeights = {
  bias: -0.1332,
  weights: [
    0.6951, 0.4281, 0.2555, -0.8487, -0.899, -3.7939, -0.2135, 0.9694, 1.1404, 0.0243, -0.4491, 1.0549, -0.5486,
    -1.1464, -0.7483, 0.45, -1.02,
  ],
};
