import type { PlacedContinuation } from './continuations.ts';
import type { LinedPage } from './lined-page.ts';
import { besideRules, betweenRules } from './rule-features.ts';
import type { Segment } from './segments.ts';
import { flag, spellingOf } from './spelling.ts';
import { type Roles, roleOf, unknownRole } from './word-roles.ts';

const mostHeights = 6;
const mostGapHeights = 3;
const farHeights = 20;
const mostWords = 8;
/** So much of the beginning of a text tells whether another begins like it. */
const shapeLength = 4;

/** One row of features for a pair of pieces: how the two stand and look, and what stands around them. */
export function joinFeatures(pair: PlacedContinuation, page: LinedPage, roles: Roles): number[] {
  const { upper, lower, upperLine, lowerLine } = pair;
  return [
    ...placeFeatures(pair, page),
    ...spellingFeatures(upper, lower),
    ...betweenRules(upper.box, lower.box, page),
    ...besideRules(upper.box, page).slice(0, 2),
    ...besideRules(lower.box, page).slice(0, 5),
    ...lineFeatures(upper, upperLine, page, roles),
    ...lineFeatures(lower, lowerLine, page, roles),
    ...columnFeatures(pair, page),
    ...roleFeatures(upper, lower, roles),
  ];
}

function placeFeatures(
  { upper, lower, upperLine, lowerLine }: PlacedContinuation,
  { wordHeight, widthPx }: LinedPage,
): number[] {
  const gap = (lower.box[1] - upper.box[3]) / wordHeight;
  const shift = within(mostHeights, (lower.box[0] - upper.box[0]) / wordHeight);
  const middles = Math.abs(lower.box[0] + lower.box[2] - upper.box[0] - upper.box[2]) / 2 / wordHeight;
  const [width, next] = [upper.box[2] - upper.box[0], lower.box[2] - lower.box[0]];
  return [
    gap,
    Math.max(0, gap - 0.6),
    shift,
    Math.abs(shift),
    flag(Math.abs(shift) < 0.5),
    Math.min(Math.abs(shift), middles),
    within(mostHeights, (upper.box[2] - lower.box[2]) / wordHeight),
    Math.abs(Math.log((lower.box[3] - lower.box[1]) / Math.max(1, upper.box[3] - upper.box[1]))),
    width / widthPx,
    next / widthPx,
    Math.min(3, next / Math.max(1, width)),
    Math.min(5, upperLine.length),
    Math.min(5, lowerLine.length),
    flag(upperLine.length === lowerLine.length),
    flag(upperLine[0] === upper),
    flag(lowerLine[0] === lower),
    flag(upperLine.at(-1) === upper),
  ];
}

function spellingFeatures(upper: Segment, lower: Segment): number[] {
  const [one, other] = [spellingOf(upper.text), spellingOf(lower.text)];
  const [end, begin] = [spellingOf(upper.words.at(-1)?.text ?? ''), spellingOf(lower.words[0]?.text ?? '')];
  return [
    end.colon,
    end.stop,
    end.small,
    begin.small,
    begin.digits,
    begin.names,
    begin.title,
    one.digits,
    Math.abs(one.digits - other.digits),
    flag(one.capitals !== other.capitals),
    other.colon,
    Math.min(mostWords, upper.words.length),
    Math.min(mostWords, lower.words.length),
    flag(/^[([{]/.test(lower.text)),
    flag(/[)\]}]$/.test(upper.text)),
    flag(/^\d+[.)]|^[a-z][.)]/.test(lower.text)),
    flag(shapeOf(upper.text) === shapeOf(lower.text)),
  ];
}

/** Runs of digits, capitals and small letters, each as one sign: rows of a list often begin alike. */
function shapeOf(text: string): string {
  return text
    .replace(/\d+/g, '9')
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .slice(0, shapeLength);
}

/** What stands left and right of a piece: a line that has a label of its own seldom goes on with the one above. */
function lineFeatures(piece: Segment, line: readonly Segment[], { wordHeight }: LinedPage, roles: Roles): number[] {
  const place = line.indexOf(piece);
  const [left, right] = [line[place - 1], line[place + 1]];
  const [one, other] = [left, right].map((next) => (next === undefined ? unknownRole : roleOf(next, roles)));
  return [
    left === undefined ? farHeights : Math.min(farHeights, (piece.box[0] - left.box[2]) / wordHeight),
    right === undefined ? farHeights : Math.min(farHeights, (right.box[0] - piece.box[2]) / wordHeight),
    one?.label ?? 0,
    one?.value ?? 0,
    other?.label ?? 0,
    other?.value ?? 0,
    left === undefined ? 0 : spellingOf(left.text).colon,
  ];
}

/** How the gap between two pieces compares with those above and below: lines of one text stand closer than texts do. */
function columnFeatures({ upper, lower, above, below, lowers, uppers }: PlacedContinuation, page: LinedPage): number[] {
  const { wordHeight } = page;
  const gap = (lower.box[1] - upper.box[3]) / wordHeight;
  const [before, behind] = [drop(above, upper, wordHeight), drop(lower, below, wordHeight)];
  const shift = (one: Segment | undefined, other: Segment) =>
    one === undefined ? mostHeights : Math.min(mostHeights, Math.abs(one.box[0] - other.box[0]) / wordHeight);
  return [
    gap - before,
    gap - behind,
    before,
    behind,
    shift(above, upper),
    shift(below, lower),
    Math.min(4, lowers),
    Math.min(4, uppers),
  ];
}

function drop(from: Segment | undefined, to: Segment | undefined, wordHeight: number): number {
  if (from === undefined || to === undefined) return mostGapHeights;
  return Math.min(mostGapHeights, (to.box[1] - from.box[3]) / wordHeight);
}

function roleFeatures(upper: Segment, lower: Segment, roles: Roles): number[] {
  const [role, next] = [roleOf(upper, roles), roleOf(lower, roles)];
  return [
    role.label,
    role.value,
    next.label,
    next.value,
    role.label * next.label,
    role.value * next.value,
    role.label * next.value,
    role.value * next.label,
    (1 - role.label - role.value) * (1 - next.label - next.value),
  ];
}

function within(most: number, value: number): number {
  return Math.max(-most, Math.min(most, value));
}
