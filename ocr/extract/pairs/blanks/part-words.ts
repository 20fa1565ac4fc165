import type { Box } from '../../../model/geometry.ts';
import type { Word } from '../../../model/reading.ts';
import type { Rules } from '../../../model/rules.ts';
import { heightOfWords } from '../lined-page.ts';
import { rulesToWriteOn } from './rules-to-write-on.ts';

/** A part of a word is at least so many heights of a word wide. */
const leastPart = 0.35;
/** Letters are not equally wide: the place of a cut is looked for this many letters around. */
const slackLetters = 2;

/** Parts words where a rule to write on begins or ends below them, and where one was read as underscores: `nato a__Roma`. */
export function partWords(words: readonly Word[], printed: Rules): Word[] {
  const wordHeight = heightOfWords(words);
  const rules = rulesToWriteOn(printed, words, wordHeight);
  return words.flatMap(partAtUnderscores).flatMap((word) => partAtEnds(word, rules, wordHeight));
}

/** Underscores and rows of dots are what words stand on. */
function partAtUnderscores(word: Word): Word[] {
  if (!/[_…]|\.\.|^[.,]+[\p{L}\p{N}]/u.test(word.text)) return [word];
  const parts = word.text.matchAll(/(?:[^_….]|(?<![.]|^)\.(?!\.))+/g);
  return [...parts].map(({ 0: text, index }) => cut(word, index, index + text.length));
}

function partAtEnds(word: Word, rules: readonly Box[], wordHeight: number): Word[] {
  const [x0, y0, x1, y1] = word.box;
  const ends = rules
    .filter(([, top, , bottom]) => top < y1 + wordHeight / 2 && bottom > (y0 + y1) / 2)
    .flatMap(([from, , to]) => [from, to])
    .filter((x) => x > x0 + leastPart * wordHeight && x < x1 - leastPart * wordHeight);
  const [end] = ends;
  if (end === undefined) return [word];
  const at = placeOfCut(word.text, (word.text.length * (end - x0)) / (x1 - x0));
  if (at === null) return [word];
  return [cut(word, 0, at), cut(word, at, word.text.length)];
}

/** Where letters of another kind begin, nearest to the place. Null where there is no such place near: the word is one. */
function placeOfCut(text: string, place: number): number | null {
  let best: number | null = null;
  for (let at = 1; at < text.length; at += 1) {
    const off = Math.abs(at - place);
    if (off > slackLetters || !isSeam(text.slice(at - 1, at), text.slice(at, at + 1))) continue;
    if (best === null || off < Math.abs(best - place)) best = at;
  }
  return best;
}

function isSeam(before: string, behind: string): boolean {
  return kindOf(before) !== kindOf(behind) && !(kindOf(before) === 'capital' && kindOf(behind) === 'small');
}

function kindOf(letter: string): 'capital' | 'small' | 'digit' | 'mark' {
  if (/\p{Lu}/u.test(letter)) return 'capital';
  if (/\p{L}/u.test(letter)) return 'small';
  return /\p{N}/u.test(letter) ? 'digit' : 'mark';
}

/** A part of a word; letters are taken to be equally wide. */
function cut(word: Word, from: number, to: number): Word {
  const [x0, y0, x1, y1] = word.box;
  const at = (place: number) => x0 + ((x1 - x0) * place) / word.text.length;
  return { ...word, text: word.text.slice(from, to), box: [at(from), y0, at(to), y1] };
}
