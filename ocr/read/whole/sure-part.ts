import type { LineReading } from '../engines/engine.ts';
import type { WordList } from './word-list.ts';

/**
 * How sure a line network must be of its letters in the mean. It learnt what is filled in and misreads small print (uficio, Aivo),
 * which makes words that nobody writes: of listed ones less suffices.
 */
const leastMean = { listed: 0.9, other: 0.99 } as const;
/** Shorter words are listed whatever they are. */
const shortestWord = 3;
/** What the network makes of tick boxes and walls of combs ([J), and what stands in no text but mostly so. */
const unlikely = /[|¢©®\\~<>{}[\]_]/u;

/** Blanks that it passed over: a number behind small letters (di2). */
const joined = /\p{Ll}\p{N}/u;

/** Whether what a line network read of a part of a line is so likely right that nobody else need read it. */
export function isSure({ text, characters }: LineReading, list: WordList): boolean {
  if (characters.length === 0 || unlikely.test(text) || isJoined(text, list)) return false;
  const mean = characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length;
  return mean >= (isListed(text, list) ? leastMean.listed : leastMean.other);
}

/** Whether a text is made of listed words without numbers, short ones no more than others. */
function isListed(text: string, list: WordList): boolean {
  if (/\p{N}/u.test(text)) return false;
  const words = text.match(/\p{L}+/gu) ?? [];
  const long = words.filter((word) => word.length >= shortestWord);
  return long.length > 0 && 2 * long.length >= words.length && long.every((word) => list.knows(word));
}

/** Whether words seem to lack a blank between them (dinascita). Names begin with a capital; addresses of mail have no blanks. */
function isJoined(text: string, list: WordList): boolean {
  if (text.includes('@')) return false;
  const small = text.match(/(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu) ?? [];
  return joined.test(text) || small.some((word) => !list.knows(word));
}
