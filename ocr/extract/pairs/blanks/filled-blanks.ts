import type { Box } from '../../../model/geometry.ts';
import type { Pair, Word } from '../../../model/reading.ts';
import type { Rules } from '../../../model/rules.ts';
import { heightOfWords } from '../lined-page.ts';
import { labelText, segmentOf } from '../segments.ts';
import { type Blank, type ByHand, findBlanks, isOnOneLine } from './find-blanks.ts';
import { partWords } from './part-words.ts';

/** Share of such pairs that were right, label and value: 540 of 620 on 52 filled-in pages of municipal forms. */
const sureness = 0.87;
/**
 * The same of those that a hand wrote, of 528 on 59 pages: of those that keep rules which tell misreadings 128 of 157, of those that break
 * them 1 of 14.
 */
const surenessByHand = { right: 0.82, unknown: 0.52, wrong: 0.1 } as const;
/** Printed strokes between day, month and year. */
const betweenDigits = /(?<=\d) ?\/ ?(?=\d)/g;
/** Forms whose lines of print have blanks have some with more than one. */
const fewestOnSharedLines = 2;

/** The blanks of a page; none where its rules are for something else. Boxes are in the unit of the words'. */
export interface PageBlanks {
  /** Those that have a label, empty ones too. */
  readonly blanks: readonly Blank[];
  /** All rules to write on, those of blanks without a label too. */
  readonly rules: readonly Box[];
  /** The words of the page, parted where blanks begin and end. */
  readonly words: readonly Word[];
  /** Height of a typical word. */
  readonly wordHeight: number;
}

/** Finds room to write on within lines of print, `Il sottoscritto ____ nato a ____ il ____`, each with the print before it. */
export function blanksOfPage(words: readonly Word[], rules: Rules): PageBlanks {
  const parted = partWords(words, rules);
  const wordHeight = heightOfWords(parted);
  const found = findBlanks(parted, rules, wordHeight);
  const blanks = found.filter(({ label }) => label.length > 0);
  return isFormWithBlanks(blanks, found.length - blanks.length, wordHeight)
    ? { blanks, rules: found.map(({ rule }) => rule), words: parted, wordHeight }
    : { blanks: [], rules: [], words, wordHeight };
}

/** What was filled in, each with the print that says what belongs there. */
export function pairsOfBlanks(blanks: readonly Blank[]): Pair[] {
  return blanks.filter(({ value }) => value.length > 0).map(toPair);
}

/** In tables and letters some rule stands behind a word by chance, while most have nothing before them: so many of these are there. */
export function isFormWithBlanks(blanks: readonly Blank[], withoutLabel: number, wordHeight: number): boolean {
  const shared = blanks.filter((blank) =>
    blanks.some((other) => other !== blank && isOnOneLine(other.rule, blank.rule, wordHeight)),
  );
  return shared.length >= fewestOnSharedLines && blanks.length + shared.length >= withoutLabel;
}

function toPair({ label, value, byHand }: Blank): Pair {
  return {
    label: { text: byHand?.label ?? textOfLabel(label), box: segmentOf(label).box },
    value: { text: textOfValue(value), box: segmentOf(value).box },
    confidence: byHand === undefined ? sureness : surenessOf(byHand),
    ...(byHand === undefined || byHand.read === null ? {} : { read: byHand.read }),
  };
}

function surenessOf({ isRight }: ByHand): number {
  if (isRight === null) return surenessByHand.unknown;
  return isRight ? surenessByHand.right : surenessByHand.wrong;
}

/** What the print before a blank says. */
export function textOfLabel(label: readonly Word[]): string {
  return labelText(segmentOf(label));
}

/** What stands on a blank. */
export function textOfValue(value: readonly Word[]): string {
  return segmentOf(value).text.replace(betweenDigits, '/');
}
