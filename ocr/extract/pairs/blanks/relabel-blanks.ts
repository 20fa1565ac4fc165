import type { Box } from '../../../model/geometry.ts';
import type { Word } from '../../../model/reading.ts';
import type { Rules } from '../../../model/rules.ts';
import { heightOfWords } from '../lined-page.ts';
import { isFormWithBlanks, type PageBlanks } from './filled-blanks.ts';
import { type Blank, blanksOn, isOnOneLine, labelBefore, ruleUnder } from './find-blanks.ts';
import { isAsPrint } from './part-blanks.ts';
import { partWords } from './part-words.ts';
import { rulesToWriteOn } from './rules-to-write-on.ts';

/** What is read less surely on a row of dots was written on it, and may reach from end to end of it. */
const surelyPrinted = 0.85;
/** Words that share so much of the smaller were read of the same ink. */
const sameShare = 0.3;
/** Of pages of blanks whose labels are misread so many rules still have one, for each line of rules that have none. */
const leastLabelled = 0.5;

/** All room to write on of a page that a hand filled in, with and without a label. */
export interface WrittenBlanks {
  readonly blanks: readonly Blank[];
  /** The words of the page, parted where blanks begin and end. */
  readonly words: readonly Word[];
  readonly wordHeight: number;
}

/**
 * All rules to write on of a page, also those rows of dots that unsure words cover from end to end: no feet of letters look like these.
 * Boxes are in the unit of the words'.
 */
export function findWrittenBlanks(words: readonly Word[], rules: Rules, dotRows: readonly Box[]): WrittenBlanks {
  const parted = partWords(words, rules);
  const wordHeight = heightOfWords(parted);
  const bare = rulesToWriteOn(rules, parted, wordHeight);
  const sure = parted.filter(({ confidence }) => confidence >= surelyPrinted);
  const covered = rulesToWriteOn({ across: dotRows, down: rules.down }, sure, wordHeight).filter(
    (row) => !bare.some((rule) => isOnOneLine(rule, row, wordHeight) && rule[0] < row[2] && rule[2] > row[0]),
  );
  const all = [...bare, ...covered].toSorted((one, other) => one[1] - other[1] || one[0] - other[0]);
  return { blanks: blanksOn(all, parted, wordHeight), words: parted, wordHeight };
}

/** Whether the rules of a page have labels enough that it may be one of blanks, some of whose labels were misread. */
export function mayBeFormWithBlanks({ blanks, wordHeight }: WrittenBlanks): boolean {
  const { labelled, others } = byLabel(blanks);
  return labelled.length >= leastLabelled * countLines(others, wordHeight);
}

/**
 * The blanks of a page that a hand filled in, with labels as its print was read once more, `print`, with the writing taken out: what lies
 * over a label makes another word of it, and a page whose labels are misread looks like none of blanks. Null where it is none. What stands
 * on the blanks, and where they are, stays as it was.
 */
export function relabelBlanks({ blanks, words, wordHeight }: WrittenBlanks, print: readonly Word[]): PageBlanks | null {
  const rules = blanks.map(({ rule }) => rule);
  const onRules = new Set(print.filter((word) => ruleUnder(word, rules, wordHeight) !== undefined));
  const free = print.filter((word) => !onRules.has(word));
  const { labelled: found, others } = byLabel(
    blanks.map((blank) => ({
      ...blank,
      label: surerOf(labelBefore(blank.rule, rules, free, wordHeight), blank.label),
    })),
  );
  if (!isFormWithBlanks(found, countLines(others, wordHeight), wordHeight)) return null;
  const labels = new Set(found.flatMap(({ label }) => label));
  const values = new Set(found.flatMap(({ value }) => value));
  // Printed words within a rule part it.
  const within = [...onRules].filter((word) => isAsPrint(word, wordHeight));
  const kept = words.filter(
    (word) => !labels.has(word) && !isOverAny(word, within) && (values.has(word) || !isOverAny(word, [...labels])),
  );
  return {
    blanks: found.map((blank) => ({ ...blank, value: blank.value.filter((word) => !isOverAny(word, within)) })),
    rules,
    words: [...kept, ...labels, ...within],
    wordHeight,
  };
}

function byLabel(blanks: readonly Blank[]): { labelled: Blank[]; others: Blank[] } {
  const labelled = blanks.filter(({ label }) => label.length > 0);
  return { labelled, others: blanks.filter(({ label }) => label.length === 0) };
}

/** The label that was read more surely; any is better than none. */
function surerOf(one: readonly Word[], other: readonly Word[]): readonly Word[] {
  return sureness(one) >= sureness(other) ? one : other;
}

/** In the mean of the letters; less than nothing where there are none. */
function sureness(label: readonly Word[]): number {
  if (label.length === 0) return -1;
  const letters = label.reduce((sum, { text }) => sum + text.length, 0);
  return label.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}

/** Rows of dashes are many rules on one line: by hand a page is told to be one of blanks by its lines. */
function countLines(blanks: readonly Blank[], wordHeight: number): number {
  return blanks.filter(
    ({ rule }, index) => !blanks.slice(0, index).some((other) => isOnOneLine(other.rule, rule, wordHeight)),
  ).length;
}

function isOverAny({ box }: Word, others: readonly Word[]): boolean {
  return others.some((other) => sharedArea(box, other.box) > sameShare * Math.min(areaOf(box), areaOf(other.box)));
}

function sharedArea([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): number {
  const [width, height] = [Math.min(x1, right) - Math.max(x0, left), Math.min(y1, bottom) - Math.max(y0, top)];
  return Math.max(0, width) * Math.max(0, height);
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}
