import type { Box } from '../../../model/geometry.ts';
import type { Word } from '../../../model/reading.ts';
import type { PageBlanks } from './filled-blanks.ts';
import { type Blank, isLevelWith } from './find-blanks.ts';

/** What is read so surely, and is lower than this, in heights of a word, is printed where hands write higher. */
const sure = 0.85;
const highest = 1.3;
/** Less room, in heights of a word, is none to write in. */
const leastRoom = 1;

/**
 * The blanks of a page by a hand that writes higher than print, parted where printed words stand in the line of one rule: `nato a ____ il ____`, whose gap
 * feet of letters or writing bridged. What was written ends there, and the words are the label of what comes behind them.
 */
export function partBlanks(found: PageBlanks): PageBlanks {
  const { blanks, rules, words, wordHeight } = found;
  // Of what is as high as print nothing tells what was written and what is printed.
  if (!isMostlyHigh(blanks, wordHeight)) return found;
  const labels = new Set(blanks.flatMap(({ label }) => label));
  const printed = words.filter((word) => !labels.has(word) && isAsPrint(word, wordHeight));
  const partsOf = new Map(blanks.map((blank) => [blank.rule, partBlank(blank, printed, wordHeight)]));
  return {
    blanks: blanks.flatMap(({ rule }) => partsOf.get(rule) ?? []),
    rules: rules.flatMap((rule) => partsOf.get(rule)?.map((part) => part.rule) ?? [rule]),
    words,
    wordHeight,
  };
}

/** Whether most words that stand on blanks are higher than print. */
export function isMostlyHigh(blanks: readonly Blank[], wordHeight: number): boolean {
  const written = blanks.flatMap(({ value }) => value);
  return 2 * written.filter((word) => isHigh(word, wordHeight)).length > written.length;
}

function isHigh({ box: [, top, , bottom] }: Word, wordHeight: number): boolean {
  return bottom - top >= highest * wordHeight;
}

/** Whether a word is read as surely and is as low as what is printed. */
export function isAsPrint(word: Word, wordHeight: number): boolean {
  return word.confidence >= sure && !isHigh(word, wordHeight) && /\p{Ll}/u.test(word.text);
}

function partBlank(blank: Blank, printed: readonly Word[], wordHeight: number): Blank[] {
  const { rule, value } = blank;
  const within = printed
    .filter(({ box }) => isLevelWith(rule, box, wordHeight) && box[0] < rule[2] && box[2] > rule[0])
    .toSorted((one, other) => one.box[0] - other.box[0]);
  if (within.length === 0) return [blank];
  const parts: Blank[] = [];
  let [from, label]: [number, readonly Word[]] = [rule[0], blank.label];
  const end = (to: number) => {
    const piece: Box = [from, rule[1], to, rule[3]];
    if (to - from < leastRoom * wordHeight) return false;
    const own = value.filter((word) => !within.includes(word) && holdsMiddle(piece, word));
    parts.push({ ...blank, rule: piece, label, value: own });
    return true;
  };
  for (const word of within) {
    label = end(word.box[0]) ? [word] : [...label, word];
    from = Math.max(from, word.box[2]);
  }
  end(rule[2]);
  return parts.length > 0 ? parts : [blank];
}

function holdsMiddle([from, , to]: Box, { box: [x0, , x1] }: Word): boolean {
  return (x0 + x1) / 2 >= from && (x0 + x1) / 2 <= to;
}
