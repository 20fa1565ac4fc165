import type { Candidate } from './candidates.ts';
import type { LinedPage } from './lined-page.ts';
import { besideRules, betweenRules } from './rule-features.ts';
import type { Segment } from './segments.ts';
import { flag, spellingOf } from './spelling.ts';
import { type Role, type Roles, roleOf } from './word-roles.ts';

const mostGapHeights = 30;
const mostWords = 8;
const certain = 0.98;

/**
 * What tells labels with values from other neighbours, one row a candidate, as the weights were fitted to them. Lengths are
 * in heights of the page's words, so that resolution does not matter.
 */
export function pairFeatures(candidates: readonly Candidate[], page: LinedPage, roles: Roles): number[][] {
  const described = new Map<Segment, Text>();
  const describe = (segment: Segment) => {
    const known = described.get(segment) ?? describeText(segment, page, roles);
    described.set(segment, known);
    return known;
  };
  const nearest = new Set<Segment>();
  for (const { label, side, between } of candidates) if (side === 'right' && between.length === 0) nearest.add(label);
  return candidates.map((candidate) => rowOf(candidate, page, describe, nearest.has(candidate.label)));
}

interface Text {
  readonly role: Role;
  readonly spelling: readonly number[];
  readonly colon: number;
  readonly digits: number;
  readonly rules: readonly number[];
}

function describeText(segment: Segment, page: LinedPage, roles: Roles): Text {
  const { text, words } = segment;
  const { colon, digits, ...spelling } = spellingOf(text);
  return {
    role: roleOf(segment, roles),
    colon,
    digits,
    rules: besideRules(segment.box, page),
    spelling: [
      colon,
      digits,
      ...Object.values(spelling),
      Math.min(mostWords, words.length),
      flag(words.length > mostWords),
      flag(text.length <= 2),
      flag(/[#?)]$/.test(text)),
    ],
  };
}

function rowOf(
  { label, value, side, between }: Candidate,
  page: LinedPage,
  describe: (segment: Segment) => Text,
  hasRight: boolean,
): number[] {
  const { wordHeight, widthPx } = page;
  const below = flag(side === 'below');
  const right = 1 - below;
  const acrossGap = Math.min(mostGapHeights, Math.max(0, value.box[0] - label.box[2]) / wordHeight);
  const downGap = Math.min(mostGapHeights, Math.max(0, value.box[1] - label.box[3]) / wordHeight);
  const leftShift = Math.min(5, Math.abs(value.box[0] - label.box[0]) / wordHeight);
  const middleShift = Math.min(5, Math.abs(middle(value) - middle(label)) / wordHeight);
  const heights = Math.log(lineHeight(value) / Math.max(1, lineHeight(label)));
  const [one, other] = [describe(label), describe(value)];
  const roles = between.map((segment) => describe(segment).role);
  const leastValue = Math.min(1, ...roles.map((role) => role.value));
  const mostLabel = Math.max(0, ...roles.map((role) => role.label));
  const isFirst = flag(between.length === 0);
  return [
    below,
    right * between.length,
    below * between.length,
    isFirst * below,
    isFirst * right,
    right * Math.log1p(acrossGap),
    below * Math.log1p(downGap),
    isFirst * right * Math.log1p(acrossGap),
    isFirst * below * Math.log1p(downGap),
    below * leftShift,
    below * Math.min(leftShift, middleShift),
    right * Math.min(3, Math.abs(value.box[1] - label.box[1]) / wordHeight),
    Math.abs(heights),
    acrossGap / widthPx,
    ...one.spelling,
    ...other.spelling,
    below * one.colon,
    below * one.colon * isFirst,
    below * flag(hasRight),
    below * flag(hasRight) * one.colon,
    logOdds(one.role.label),
    logOdds(one.role.value),
    logOdds(other.role.label),
    logOdds(other.role.value),
    below * logOdds(one.role.label),
    below * logOdds(other.role.value),
    one.role.label * other.role.value,
    below * one.role.label * other.role.value,
    isFirst * one.role.label * other.role.value,
    leastValue * (1 - isFirst),
    leastValue * (1 - isFirst) * below,
    mostLabel,
    mostLabel * below,
    Math.abs(one.digits - other.digits),
    ...betweenRules(label.box, value.box, page),
    ...one.rules,
    ...other.rules,
  ];
}

export function logOdds(probability: number): number {
  const kept = Math.min(certain, Math.max(1 - certain, probability));
  return Math.log(kept / (1 - kept));
}

/** Words of one text are set in one size. */
function lineHeight({ words }: Segment): number {
  return words.reduce((sum, { box }) => sum + box[3] - box[1], 0) / Math.max(1, words.length);
}

function middle({ box }: Segment): number {
  return (box[0] + box[2]) / 2;
}
