import { type Forest, forestProbability } from '../../model/forest.ts';
import type { Word } from '../../model/reading.ts';
import type { Rules } from '../../model/rules.ts';
import type { LinedPage } from './lined-page.ts';
import { besideRules, betweenRules } from './rule-features.ts';
import { flag } from './spelling.ts';
import { type Roles, unknownRole } from './word-roles.ts';

/** From this probability on a gap parts two things. Joining a label with its value costs the pair, parting a value only its end. */
const leastProbability = 0.25;
/** Edges closer than this share of a word's height stand one below the other. */
const alignedShare = 0.35;
const mostGapHeights = 6;
const mostAligned = 3;

/** What the words of a page tell about where its lines are to be cut. */
export interface BreakContext {
  /** Height of a typical word, in pixels. */
  readonly wordHeight: number;
  /** Left edges of the words that begin a line or stand behind a wide gap. */
  readonly leftEdges: readonly number[];
  readonly roles: Roles;
  readonly rules: Rules;
}

export function breakContext({ lines, wordHeight, rules }: LinedPage, roles: Roles): BreakContext {
  return { wordHeight, leftEdges: leftEdgesOf(lines, wordHeight), roles, rules };
}

/**
 * Whether two neighbours on a line belong to different things, such as a label and its value: by the gap, against that of the line
 * and of the page, by spelling, by other words that begin at the same place, by rules, and by what the words seem to be parts of.
 */
export function isBreak(forest: Forest, line: readonly Word[], place: number, context: BreakContext): boolean {
  return forestProbability(forest, breakFeatures(line, place, context)) >= leastProbability;
}

/** One row of features for the gap before the word at `place`, which is not the first of its line. */
export function breakFeatures(line: readonly Word[], place: number, context: BreakContext): number[] {
  const [left, right] = [line[place - 1], line[place]];
  if (left === undefined || right === undefined) throw new RangeError('no gap before the first word of a line');
  const { wordHeight } = context;
  const gap = Math.max(0, right.box[0] - left.box[2]) / wordHeight;
  const inLine = narrowestGap(line) / wordHeight;
  const aligned = alignedEdges(right, context);
  return [
    Math.min(mostGapHeights, gap),
    Math.max(0, Math.min(mostGapHeights, gap) - 0.6),
    Math.max(0, Math.min(mostGapHeights, gap) - 1.2),
    Math.min(3, gap - inLine),
    aligned,
    aligned * Math.min(2, gap),
    flag(/[:;]$/.test(left.text)),
    flag(/[.,]$/.test(left.text)),
    flag(/[)\]]$/.test(left.text)),
    flag(/\p{L}$/u.test(left.text) && /^[\d$#]/.test(right.text)),
    flag(/\d$/.test(left.text) && /^\p{L}/u.test(right.text)),
    flag(/^\p{Lu}/u.test(right.text)),
    flag(/^\p{Ll}/u.test(right.text)),
    flag(isCapitals(left.text) !== isCapitals(right.text)),
    flag(!/[\p{L}\p{N}]/u.test(right.text)),
    flag(!/[\p{L}\p{N}]/u.test(left.text)),
    Math.min(8, place),
    ...betweenRules(left.box, right.box, context),
    ...besideRules(left.box, context).slice(0, 2),
    ...besideRules(right.box, context).slice(0, 3),
    ...roleFeatures(left, right, Math.min(2, gap), context.roles),
  ];
}

function roleFeatures(left: Word, right: Word, gap: number, roles: Roles): number[] {
  const [one, other] = [roles.get(left) ?? unknownRole, roles.get(right) ?? unknownRole];
  const differs = Math.abs(one.label - other.label) + Math.abs(one.value - other.value);
  return [
    one.label * other.value,
    one.value * other.label,
    one.label * other.label,
    one.value * other.value,
    one.value * other.value * gap,
    one.label * other.label * gap,
    (1 - one.label - one.value) * (1 - other.label - other.value) * gap,
    differs,
    differs * gap,
  ];
}

/** Left edges of words behind a gap that is wide at first sight. */
function leftEdgesOf(lines: readonly (readonly Word[])[], wordHeight: number): number[] {
  return lines.flatMap((line) =>
    line.flatMap((word, place) => {
      const left = line[place - 1];
      return left === undefined || word.box[0] - left.box[2] > wordHeight ? [word.box[0]] : [];
    }),
  );
}

function alignedEdges({ box }: Word, { leftEdges, wordHeight }: BreakContext): number {
  const near = leftEdges.filter((edge) => Math.abs(edge - box[0]) < alignedShare * wordHeight);
  return Math.min(mostAligned, near.length);
}

function narrowestGap(line: readonly Word[]): number {
  const gaps = line.slice(1).map((word, index) => Math.max(0, word.box[0] - (line[index]?.box[2] ?? 0)));
  return gaps.length === 0 ? 0 : Math.min(...gaps);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
