import type { LogisticWeights } from '../../model/logistic.ts';

/** Fitted by `tools/train/noisy-pages/word-certainty.ts` to half of FUNSD's pages, in the order of `certaintyFeatures`. */
export const wordCertaintyWeights: LogisticWeights = {
  bias: -0.3044,
  weights: [
    0.7407, 0.0482, 0.1547, -0.6112, -0.4079, -3.8959, -0.2327, 0.963, 1.084, 0.022, -0.2355, 0.9425, -0.608, -1.1033,
    -0.2371, 0.4496, -0.5002,
  ],
};
