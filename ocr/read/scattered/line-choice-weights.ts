/**
 * Fitted by `tools/train/noisy-pages/line-choice.ts` to texts of one line on half of FUNSD's pages, in the order of `lineFeatures`: how
 * sure each reader is of a text that it reads, of the kept and then of the bare drawing; likeness to what all read; whether the
 * votes by letter come to it, of both drawings, the kept and the bare one; words that are listed, and how many are not.
 */
export const lineChoiceWeights: readonly number[] = [
  0.6097, 1.2654, 0.2379, 0.5567, 0.206, 1.1707, 0.4249, 0.0375, 0.8389, 0.6933, 0.4972, -0.0758, 0.7254, -2.0631,
];
