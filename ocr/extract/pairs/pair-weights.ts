import type { LogisticWeights } from '../../model/logistic.ts';

/**
 * Fitted by `tools/train/noisy-pages/pairs.ts` to half of FUNSD's pages as they are read, one weight for each entry of
 * `pairFeatures`.
 */
export const pairWeights: LogisticWeights = {
  bias: -3.1216,
  weights: [
    -2.1224, -0.4808, -0.194, -0.7151, -0.0693, -0.6234, 0.1584, -0.0604, 0.2209, 0.5947, -0.1917, 0.2791, 2.1681,
    -1.5073, -0.0233, 0.8122, -1.4509, -0.4998, 1.1054, -2.7979, 0.0684, -0.4116, -1.0149, 1.4059, 0.0128, -0.1794,
    -0.6467, 0.4566, -0.8269, 0.2636, 1.7512, -0.2977, -0.8221, 2.1224, 0.9164, -0.0369, 0.097, 0.7494, 0.2138, 1.5272,
  ],
};
