import type { LogisticWeights } from '../../../model/logistic.ts';

/** By the look of a zone alone, and by what networks make of it as well, in the order of `lookFeatures` and `networkFeatures`. */
export interface OtherHandWeights {
  readonly look: LogisticWeights;
  readonly whole: LogisticWeights;
}

/**
 * Fitted as `tools/train/other-hands.ts` does, to 60 typed and typewritten documents of which a pen wrote a fifth (`--count 40 --seed mixed-fit
 * --hand typed --mixed 0.2`, `--count 20 --seed mixed-fit-w --hand typewriter --mixed 0.2`), and to the fields that were read right and
 * accepted on 40 typed ones with notes (`--count 40 --seed notes-fit --hand typed --notes 1`): 167 texts and 73 combs by pen, 1,370 and 529 by
 * machines.
 */
export const lineWeights: OtherHandWeights = {
  look: { bias: -6.95, weights: [-6.04, -3.15, 8.7, 23.86] },
  whole: { bias: -2.42, weights: [-5.16, -0.61, 6.37, 18.68, -0.27, -0.76, 0.69, -2.83] },
};

export const cellWeights: OtherHandWeights = {
  look: { bias: -7.71, weights: [-8.68, -3.66, -1.89, 31.12] },
  whole: { bias: -4.42, weights: [-7.6, -2.35, -1.05, 25.38, -0.39, -0.37, 0.61, -2.23] },
};
