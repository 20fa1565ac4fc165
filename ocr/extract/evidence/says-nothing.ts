import type { ValueKind } from '../../model/form.ts';
import type { Opinion } from '../../model/reading.ts';
import { editDistance } from '../normalise/characters.ts';

/** What people write into fields that are not for them, in letters alone. */
const words: ReadonlySet<string> = new Set([
  'nessuno',
  'nessuna',
  'nulla',
  'niente',
  'idem',
  'comesopra',
  'nonapplicabile',
  'nonpresente',
  'nonposseduto',
]);
/** The same shortened, as with stops or a stroke between: N.N., n/a, c.s. */
const shortForms = /^(nn|nd|na|np|cs)$/;
const stopped = /\p{L}\s?[./]/u;
/** Letters that are also the signs of provinces. */
const provinces: readonly string[] = ['na', 'cs'];
/** Dashes and strokes alone; what readers make of typed rows of them. */
const signs = /^[-–—−_=~/\\|\s]+$/;
const dashOrStroke = /[-–—−_=~/\\]/;
/** A word misread by a letter is still that word, where it is long. */
const longWord = 6;

/** Whether a text says that there is nothing to say: a row of dashes or strokes, nessuno, N.N., idem. */
export function saysNothing(text: string, kind: ValueKind): boolean {
  const bare = text.trim();
  if (signs.test(bare)) return dashOrStroke.test(bare);
  const letters = bare.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (letters !== bare.toLowerCase().replace(/[\s./,'-]/g, '')) return false;
  if (shortForms.test(letters)) return stopped.test(bare) || !(kind === 'province' && provinces.includes(letters));
  return words.has(letters) || (letters.length >= longWord && [...words].some((word) => isNear(letters, word)));
}

function isNear(letters: string, word: string): boolean {
  return word.length >= longWord && editDistance(letters, word, 1) <= 1;
}

/** The same character in every cell, where it may be a dash or a stroke: readers of cells know nothing else for it. */
const strokesInCells = /^([17IL/\\-])\1+$/;

/** Whether what was read in cells may be a row of dashes or strokes. */
export function mayBeStrokes(text: string): boolean {
  return strokesInCells.test(text.replace(/\s/g, ''));
}

/** A line through a word stands out at its ends; rows of crosses and strokes are typed over one. */
const struckThrough = /^[-–—]\s?[\p{L}\p{N}]|[\p{L}\p{N}]\s?[-–—]$|([xXmM/=#*])\1{2}/u;

/** Whether a reader sees of a line of text what is left of words that were struck out. Of 42,550 typed texts without corrections five looked so. */
export function looksStruck(opinions: readonly Opinion[]): boolean {
  return opinions.some(({ text }) => struckThrough.test(text.trim()));
}
