import type { LogisticWeights } from '../../model/logistic.ts';

/**
 * Fitted by `tools/train/noisy-pages/pairs.ts` to half of FUNSD's pages as they are read, one weight for each entry of
 * `breakFeatures`.
 */
export const breakWeights: LogisticWeights = {
  bias: -3.1802,
  weights: [
    -0.1568, 0.2573, 0.5494, 0.398, -0.0872, 0.4197, 4.6667, -1.2834, 2.0065, 0.6235, -0.4237, -0.3803, -1.3455, 0.3415,
    0.1896, 0.8138, -0.011,
  ],
};
