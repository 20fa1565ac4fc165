import type { Box } from '../../../model/geometry.ts';
import type { Word } from '../../../model/reading.ts';
import type { Rules } from '../../../model/rules.ts';
import { rulesToWriteOn } from './rules-to-write-on.ts';

/** Lengths in heights of a word. Machines and hands write above rules and through them. */
const above = 0.9;
const below = 0.5;
const levelHeights = 0.6;
const labelGap = 3;
const dateGap = 3;
/** What begins this much before the end of a rule stands behind it, and what ends this much behind its beginning before it. */
const slack = 0.5;
/** Share of a word that stands on its rule. */
const onShare = 0.5;
/** Longer print before a rule is a sentence: its last words say what belongs there. */
const mostLabelWords = 6;
const sentenceWords = 4;

/** What is known of a value that a hand wrote. */
export interface ByHand {
  /** What was read, where what it must be made another value of it; else null. */
  readonly read: string | null;
  /** Whether it keeps rules that few misreadings keep; null where no such rules are known for it. */
  readonly isRight: boolean | null;
  /** What its label says, where that was misread; else null. */
  readonly label: string | null;
}

/** A rule to write on within a line of print: `nato a ____ il ____`. */
export interface Blank {
  readonly rule: Box;
  /** What stands on it, from left to right. */
  readonly value: readonly Word[];
  /** The print before it on its line; empty where there is none. */
  readonly label: readonly Word[];
  /** Set where what stands on it was read as handwriting. */
  readonly byHand?: ByHand;
}

/** Finds the blanks of a page with what stands on them and before them; rules with strokes between, as of dates, are one. */
export function findBlanks(words: readonly Word[], printed: Rules, wordHeight: number): Blank[] {
  return blanksOn(rulesToWriteOn(printed, words, wordHeight), words, wordHeight);
}

/** The blanks that some rules are. */
export function blanksOn(rules: readonly Box[], words: readonly Word[], wordHeight: number): Blank[] {
  const ruleOf = new Map(words.map((word) => [word, ruleUnder(word, rules, wordHeight)]));
  const free = words.filter((word) => ruleOf.get(word) === undefined);
  const blanks = rules.map((rule): Blank => {
    const value = words.filter((word) => ruleOf.get(word) === rule);
    return { rule, value: value.toSorted(byPlace), label: labelBefore(rule, rules, free, wordHeight) };
  });
  return joinDates(blanks, wordHeight).toSorted(
    ({ rule: one }, { rule: other }) => one[1] - other[1] || one[0] - other[0],
  );
}

/** Whether two rules are of one line of print. */
export function isOnOneLine(one: Box, other: Box, wordHeight: number): boolean {
  return Math.abs(one[1] - other[1]) < levelHeights * wordHeight;
}

/** Whether a word stands in the line of a rule, as print before it does. */
export function isLevelWith(rule: Box, [, , , bottom]: Box, wordHeight: number): boolean {
  return Math.abs(bottom - rule[1]) < levelHeights * wordHeight;
}

/** The rule that a word stands on: the nearest under it. */
export function ruleUnder(
  { box: [x0, , x1, bottom] }: Word,
  rules: readonly Box[],
  wordHeight: number,
): Box | undefined {
  return rules
    .filter(([from, top, to]) => {
      const off = top - bottom;
      const shared = Math.min(x1, to) - Math.max(x0, from);
      return off < above * wordHeight && off > -below * wordHeight && shared > onShare * (x1 - x0);
    })
    .toSorted((one, other) => Math.abs(one[1] - bottom) - Math.abs(other[1] - bottom))[0];
}

/** The last words of print before a rule on its line, back to another rule, a comma or stop, or a wide gap. */
export function labelBefore(rule: Box, rules: readonly Box[], free: readonly Word[], wordHeight: number): Word[] {
  const ends = rules
    .filter((other) => isOnOneLine(other, rule, wordHeight) && other[2] <= rule[0])
    .map(([, , to]) => to);
  const from = Math.max(0, ...ends) - slack * wordHeight;
  const before = free
    .filter(({ box }) => isLevelWith(rule, box, wordHeight))
    .filter(({ box: [x0, , x1] }) => x0 >= from && x1 <= rule[0] + slack * wordHeight)
    .toSorted((one, other) => byPlace(other, one));
  const label: Word[] = [];
  let next = rule[0];
  for (const word of before) {
    const isEnd = label.length > 0 && word.text.length > 2 && /[,;.)\]]$/.test(word.text);
    if (isEnd || next - word.box[2] > labelGap * wordHeight) break;
    label.unshift(word);
    next = word.box[0];
  }
  return withoutBullets(label.length > mostLabelWords ? label.slice(-sentenceWords) : label);
}

/** A label says something in letters. Bullets and tick boxes before it are no part of it; boxes are read as round letters. */
function withoutBullets(label: readonly Word[]): Word[] {
  const first = label.findIndex(
    ({ text }, at) => /[\p{L}\p{N}]/u.test(text) && !(at < label.length - 1 && /^[OQ0]$/.test(text)),
  );
  return first >= 0 && label.some(({ text }) => /\p{L}/u.test(text)) ? label.slice(first) : [];
}

function joinDates(blanks: readonly Blank[], wordHeight: number): Blank[] {
  const joined: Blank[] = [];
  for (const blank of blanks.toSorted((one, other) => one.rule[0] - other.rule[0])) {
    const at = joined.findLastIndex(
      ({ rule }) => isOnOneLine(rule, blank.rule, wordHeight) && blank.rule[0] - rule[2] < dateGap * wordHeight,
    );
    const before = joined[at];
    if (before === undefined || blank.label.length > 0) joined.push(blank);
    else {
      const rule: Box = [before.rule[0], before.rule[1], Math.max(before.rule[2], blank.rule[2]), before.rule[3]];
      joined[at] = { rule, label: before.label, value: [...before.value, ...blank.value] };
    }
  }
  return joined;
}

function byPlace(one: Word, other: Word): number {
  return one.box[0] - other.box[0];
}
