import type { Character } from '../../model/reading.ts';

/** Less likely characters than this are not worth keeping. */
const leastProbability = 0.0005;
const mostAlternatives = 5;
/** From here on ink is taken for a scribble, dirt or the rest of a wall. */
const surelyNone = 0.9;

/**
 * Turns what a network answered for one glyph into a character: only those of `allowed` count, their probabilities made to
 * add up to 1 together with that of no character at all. Null when ink that is no character is by far the likeliest.
 *
 * `scores` are logarithms of odds in the order of `alphabet`; the empty text stands for no character. `allowed` says how
 * much rarer than the usual ones each character is in this place, as the logarithm of odds.
 */
export function weighCharacters(
  scores: Float32Array,
  alphabet: readonly string[],
  allowed: ReadonlyMap<string, number>,
): Character | null {
  const open = alphabet
    .map((text, index) => ({ text, score: (scores[index] ?? -Infinity) + (allowed.get(text) ?? 0) }))
    .filter(({ text }) => text === '' || allowed.has(text));
  const highest = Math.max(...open.map(({ score }) => score));
  const weights = open.map(({ text, score }) => ({ text, weight: Math.exp(score - highest) }));
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  const [best, ...others] = weights
    .filter(({ text }) => text !== '')
    .map(({ text, weight }) => ({ text, probability: weight / sum }))
    .toSorted((one, other) => other.probability - one.probability);
  const none = weights.find(({ text }) => text === '');
  if (best === undefined || (none !== undefined && none.weight / sum >= surelyNone)) return null;
  const alternatives = others.filter(({ probability }) => probability >= leastProbability).slice(0, mostAlternatives);
  return { text: best.text, confidence: best.probability, alternatives };
}
