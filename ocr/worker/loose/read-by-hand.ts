import { isSurelyPrint } from '../../extract/pairs/blanks/by-hand.ts';
import type { PageBlanks } from '../../extract/pairs/blanks/filled-blanks.ts';
import type { Blank } from '../../extract/pairs/blanks/find-blanks.ts';
import { type Affine, type Box, invertAffine, mapBox } from '../../model/geometry.ts';
import type { PreparedPage } from '../../model/page.ts';
import type { Reading, Word } from '../../model/reading.ts';
import { readBlanks } from '../../read/whole/blanks/read-blanks.ts';
import type { ZoneEngines } from '../../read/zone-engines.ts';

/** Words as sure as this were printed, unless they stand where there is to write. */
const printedWord = 0.85;
/** Heights of a word that writing reaches above its rule, where nothing else stands there. */
const highest = 2.5;
/** A line before ends at least so far above a rule, and writing reaches over its feet a little. */
const nextLine = 0.6;
const overlap = 0.3;
/** What ends no higher above a rule may have been written on it. */
const wordsAbove = 1.2;

/** What a hand wrote on a blank, and all that was read of it. Boxes of words are in pixels of the blanks. */
export interface BlankByHand {
  readonly blank: Blank;
  readonly words: readonly Word[];
  readonly reading: Reading;
}

/**
 * Reads the blanks that a hand filled in with the engines for hands: those for whole pages know print alone. None on pages on which they
 * were sure. `toLevel` leads from pixels of the prepared page to those of the blanks. Rejects when an engine fails.
 */
export async function readByHand(
  page: PreparedPage,
  found: PageBlanks,
  toLevel: Affine,
  engines: () => Promise<ZoneEngines>,
): Promise<BlankByHand[]> {
  if (found.blanks.length === 0 || isSurelyPrint(found.blanks)) return [];
  const toPage = invertAffine(toLevel);
  const toPageBox = (box: Box) => mapBox(toPage, box);
  const printed = printedWords(found);
  const rooms = found.blanks.map(({ rule }) => toPageBox(roomAbove(rule, printed, found)));
  const print = { rules: found.rules.map(toPageBox), words: printed.map(toPageBox) };
  const read = await readBlanks(page, rooms, print, await engines());
  return found.blanks.flatMap((blank, index): BlankByHand[] => {
    const content = read[index] ?? null;
    if (content === null) return [];
    const { words, reading, handwritten } = content;
    if (!handwritten || !words.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return [];
    return [{ blank, reading, words: words.map((word) => ({ ...word, box: mapBox(toLevel, word.box) })) }];
  });
}

/** Where words are that belong to the form: labels, and other sure ones that do not stand where there is to write. */
function printedWords({ blanks, words, rules, wordHeight }: PageBlanks): Box[] {
  const values = new Set(blanks.flatMap(({ value }) => value));
  const labels = new Set(blanks.flatMap(({ label }) => label));
  return words
    .filter((word) => !values.has(word) && (labels.has(word) || word.confidence >= printedWord))
    .map(({ box }) => box)
    .filter((box) => !rules.some((rule) => mayStandOn(box, rule, wordHeight)));
}

function mayStandOn([x0, , x1, bottom]: Box, [from, top, to]: Box, wordHeight: number): boolean {
  const shared = Math.min(x1, to) - Math.max(x0, from);
  return shared > (x1 - x0) / 2 && bottom > top - wordsAbove * wordHeight && bottom < top + wordHeight;
}

/** Where what is written on a rule may stand: up to the line before. */
function roomAbove(rule: Box, printed: readonly Box[], { rules, wordHeight }: PageBlanks): Box {
  const [x0, top, x1, bottom] = rule;
  const above = [...rules, ...printed]
    .filter(([left, , right, end]) => left < x1 && right > x0 && end < top - nextLine * wordHeight)
    .map(([, , , end]) => end - overlap * wordHeight);
  return [x0, Math.max(top - highest * wordHeight, ...above), x1, bottom];
}
