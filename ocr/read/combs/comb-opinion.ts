import type { Character } from '../../model/reading.ts';

/** What the first reader gave no chance worth keeping is about this likely. */
const unthought = 0.0005;
/** A reader that errs writes one of about so many other characters. */
const othersPerPlace = 9;
/** Nobody is surer than this, nor of less use. */
const sureness = { least: 0.05, most: 0.99 } as const;
const mostAlternatives = 5;

/**
 * Takes a second reader's word on a character of a comb. The two err for reasons of their own: they see other pictures by other
 * networks, so their odds are multiplied (Bayes). `allowed` are the characters of the cell; a word outside them says nothing.
 */
export function withSecondOpinion(first: Character, second: Character, allowed: ReadonlySet<string>): Character {
  if (!allowed.has(second.text)) return first;
  const known = [{ text: first.text, probability: first.confidence }, ...(first.alternatives ?? [])];
  const open = known.some(({ text }) => text === second.text)
    ? known
    : [...known, { text: second.text, probability: unthought }];
  const sure = Math.min(sureness.most, Math.max(sureness.least, second.confidence));
  const weighed = open.map(({ text, probability }) => ({
    text,
    weight: probability * (text === second.text ? sure : (1 - sure) / othersPerPlace),
  }));
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  const [best, ...others] = weighed
    .map(({ text, weight }) => ({ text, probability: weight / sum }))
    .toSorted((one, other) => other.probability - one.probability);
  if (best === undefined || sum === 0) return first;
  const alternatives = others.filter(({ probability }) => probability >= unthought).slice(0, mostAlternatives);
  return { text: best.text, confidence: best.probability, alternatives };
}
