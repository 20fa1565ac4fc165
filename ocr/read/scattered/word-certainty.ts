import { logisticProbability } from '../../model/logistic.ts';
import type { Word } from '../../model/reading.ts';
import { wordCertaintyWeights } from './word-certainty-weights.ts';

/** A word that was kept, with what speaks for it. Its confidence is how likely its slot was read right. */
export interface SettledWord extends Word {
  /** Whose spelling it is; `both` where the other reader sees the same letters. */
  readonly seenBy: 'first' | 'both' | 'second';
}

/** No reading is quite sure. */
const leastProbability = 0.02;
const mostProbability = 0.999;
const mostLetters = 8;
const mostHeights = 3;
const joined = /[\p{L}\p{N}][-/–][\p{L}\p{N}]/u;
const endsInMark = /[-/–,.;:]$/;
const strangeMark = /[^\p{L}\p{N}.,:;'"()&$%#/-]/u;

/**
 * How likely each word of a noisy page is right and parted from its neighbours as people part words, 0 to 1: the chance that its slot
 * was read right, put right by whose spelling it is and by how the word is spelt (Platt 1999, with more evidence than one score).
 */
export function certaintyOf(words: readonly SettledWord[]): number[] {
  return certaintyFeatures(words).map((features) => logisticProbability(wordCertaintyWeights, features));
}

/** One row of features a word, as `wordCertaintyWeights` were fitted to them. */
export function certaintyFeatures(words: readonly SettledWord[]): number[][] {
  const heights = words.map(heightOf).toSorted((one, other) => one - other);
  const usualPx = heights[Math.floor(heights.length / 2)] ?? 1;
  return words.map((word) => {
    const { text, confidence, seenBy } = word;
    const odds = logOdds(confidence);
    return [
      odds,
      seenBy === 'second' ? odds : 0,
      seenBy === 'both' ? odds : 0,
      flag(seenBy === 'both'),
      flag(seenBy === 'second'),
      flag(joined.test(text)),
      flag(endsInMark.test(text)),
      flag(text.length === 1),
      flag(text.length === 2),
      Math.min(mostLetters, text.length),
      flag(/^\p{L}+$/u.test(text)),
      flag(/^\p{L}{3,}$/u.test(text)),
      flag(/\d/.test(text)),
      flag(!/[\p{L}\p{N}]/u.test(text)),
      flag(/\p{Ll}\p{Lu}/u.test(text)),
      Math.min(mostHeights, heightOf(word) / Math.max(1, usualPx)),
      flag(strangeMark.test(text)),
    ];
  });
}

function logOdds(probability: number): number {
  const kept = Math.min(mostProbability, Math.max(leastProbability, probability));
  return Math.log(kept / (1 - kept));
}

function heightOf({ box: [, top, , bottom] }: Word): number {
  return bottom - top;
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}
