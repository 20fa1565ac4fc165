import type { Opinion, Reading } from '../../model/reading.ts';
import { editDistance } from '../normalise/characters.ts';

/** Fewer readers than this show nothing by reading differently. */
const fewestReaders = 3;
/** Letters that are read are a few at least or read alike. */
const mostOfSpeck = 2;
/** Of 24 specks no reader was surer than 0.75 of a letter. */
const sureOfWriting = 0.85;
const readOften = 4;

/**
 * Whether what was read is dirt: so little that it may be a speck, of which each reader makes something else and none surely a letter
 * or a digit. What is written they mostly read alike.
 */
export function isSpeck({ text, opinions = [], again = [] }: Reading): boolean {
  if (text.trim().length > mostOfSpeck || opinions.length < fewestReaders) return false;
  const isSure = opinions.some((opinion) => opinion.confidence >= sureOfWriting && bare(opinion.text.trim()) !== '');
  const seen = opinions.map((opinion) => seenIn(opinion.text)).filter((read) => read !== '');
  return !isSure && new Set(seen).size === seen.length && !isReadOften([...opinions, ...again]);
}

/** Whether so many readings give the same letter or digit that it was written. */
function isReadOften(opinions: readonly Opinion[]): boolean {
  const letters = opinions.map(({ text }) => bare(text.trim()).toLowerCase()).filter((read) => read !== '');
  const votes = Map.groupBy(letters, (read) => read);
  return [...votes.values()].some((alike) => alike.length >= readOften);
}

/** What a reader saw, without the marks around letters: "C and -C are both C. */
function seenIn(text: string): string {
  const read = text.trim().toLowerCase();
  return bare(read) || read;
}

/**
 * A reading without what dirt, or a stamp that reaches into the zone, left at its end: where all readers begin with the same
 * words, and then each sees something quite different or nothing, only the words that they share were written.
 */
export function withoutStrayEnd(reading: Reading): Reading {
  const { text, opinions = [] } = reading;
  if (opinions.length < fewestReaders) return reading;
  const read = opinions.map((opinion) => wordsOf(opinion.text));
  const shared = sharedWords([...read, wordsOf(text)]);
  const ends = read.map((words) => words.slice(shared).join(' '));
  if (shared === 0 || !differQuite(ends)) return reading;
  return shorten(reading, shared);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function sharedWords([first = [], ...others]: readonly string[][]): number {
  const isShared = (word: string, place: number) =>
    bare(word) !== '' && others.every((words) => bare(words[place] ?? '') === bare(word));
  const differs = first.findIndex((word, place) => !isShared(word, place));
  return differs === -1 ? first.length : differs;
}

/** A word without the marks at its ends, which are specks as often as not. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Whether each two of the ends have less than half in common. */
function differQuite(ends: readonly string[]): boolean {
  return ends.every((one, place) =>
    ends.slice(place + 1).every((other) => {
      const half = Math.floor(Math.max(one.length, other.length) / 2);
      return editDistance(one, other, half) > half;
    }),
  );
}

/** The reading up to the end of its first so many words. */
function shorten(reading: Reading, words: number): Reading {
  const ends = [...reading.text.matchAll(/\S+/g)].map((word) => word.index + word[0].length);
  const text = reading.text.slice(0, ends[words - 1] ?? 0);
  const length = [...text].length;
  return { ...reading, text, characters: reading.characters.slice(0, length) };
}
