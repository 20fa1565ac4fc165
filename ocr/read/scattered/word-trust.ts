import { logisticProbability } from '../../model/logistic.ts';
import type { Word } from '../../model/reading.ts';
import { wordTrustWeights } from './word-trust-weights.ts';

/** Words of letters that noise and the dots of rules are often taken for. */
const strayLetters = /^[aemno_\-—=~.]{2,}$/;
const capitalInside = /\p{Ll}\p{Lu}/u;
const lettersOnly = /^\p{L}{3,}$/u;
/** Words that tell how high the letters of a page are. */
const plainConfidence = 0.8;
const plainLength = 3;
const typicalHeightPx = 40;
const mostHeights = 3;
const longEnough = 6;
/** From here on the engine's confidence tells more. */
const kneeConfidence = 0.7;
const unknownNeighbour = 0.5;

/**
 * How likely each word is there and read right, 0 to 1. On noisy pages an engine reads words into specks and rules, and its
 * confidence alone does not tell them: size, characters and neighbours do too. Words are in the engine's order; boxes are
 * in pixels of the image that was read.
 */
export function weighWords(words: readonly Word[]): number[] {
  return wordFeatures(words).map((features) => logisticProbability(wordTrustWeights, features));
}

/** One row of features a word, as `wordTrustWeights` were fitted to them. */
export function wordFeatures(words: readonly Word[]): number[][] {
  const letterPx = typicalHeightOf(words);
  return words.map((word, index) => [
    word.confidence,
    Math.max(0, word.confidence - kneeConfidence),
    ...sizeFeatures(word, letterPx),
    ...spellingFeatures(word.text),
    neighbourConfidence(word, words[index - 1], letterPx),
    neighbourConfidence(word, words[index + 1], letterPx),
  ]);
}

function sizeFeatures({ text, box: [x0, y0, x1, y1] }: Word, letterPx: number): number[] {
  const heights = (y1 - y0) / letterPx;
  const widthOfOne = (x1 - x0) / letterPx / Math.max(1, text.length);
  return [Math.min(mostHeights, heights), Math.abs(Math.log(heights + 0.01)), Math.min(mostHeights, widthOfOne)];
}

export function spellingFeatures(text: string): number[] {
  const written = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return [
    Math.min(longEnough, text.length),
    share(text.length === 1),
    written / Math.max(1, text.length),
    share(written === 0),
    share(capitalInside.test(text)),
    share(strayLetters.test(text)),
    share(lettersOnly.test(text)),
    share(/^\d+$/.test(text)),
  ];
}

function neighbourConfidence(word: Word, other: Word | undefined, letterPx: number): number {
  if (other === undefined) return unknownNeighbour;
  const isLevel = Math.abs(other.box[1] + other.box[3] - word.box[1] - word.box[3]) / 2 < 0.7 * letterPx;
  return isLevel ? other.confidence : unknownNeighbour;
}

export function typicalHeightOf(words: readonly Word[]): number {
  const heights = words
    .filter(({ confidence, text }) => confidence > plainConfidence && text.length >= plainLength)
    .map(({ box }) => box[3] - box[1])
    .sort((one, other) => one - other);
  return heights[Math.floor(heights.length / 2)] ?? typicalHeightPx;
}

function share(holds: boolean): number {
  return holds ? 1 : 0;
}
