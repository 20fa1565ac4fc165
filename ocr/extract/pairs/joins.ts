import { type Forest, forestProbability } from '../../model/forest.ts';
import type { LinedPage } from './lined-page.ts';
import { besideRules, betweenRules } from './rule-features.ts';
import { type Segment, segmentOf } from './segments.ts';
import { flag, spellingOf } from './spelling.ts';
import type { Roles } from './word-roles.ts';

/** A piece of a line, and the piece below it that may go on with the same text. */
export interface Continuation {
  readonly upper: Segment;
  readonly lower: Segment;
  readonly upperLine: readonly Segment[];
  readonly lowerLine: readonly Segment[];
}

/** From this probability on the lower piece goes on with the upper. */
const leastProbability = 0.65;
/** Lines of one text stand at most this many heights apart. */
const mostGapHeights = 1.6;
const nextLines = 3;

/** Puts together again what runs over several lines, by how the pieces stand, to each other and to rules, and are spelt. */
export function joinLines(
  lines: readonly (readonly Segment[])[],
  page: LinedPage,
  roles: Roles,
  forest: Forest,
): Segment[] {
  const likely = continuations(lines, page.wordHeight)
    .map((pair) => ({ ...pair, probability: forestProbability(forest, joinFeatures(pair, page, roles)) }))
    .filter(({ probability }) => probability >= leastProbability)
    .toSorted((one, other) => other.probability - one.probability);
  const next = new Map<Segment, Segment>();
  const followers = new Set<Segment>();
  for (const { upper, lower } of likely) {
    if (next.has(upper) || followers.has(lower)) continue;
    next.set(upper, lower);
    followers.add(lower);
  }
  return lines
    .flat()
    .filter((segment) => !followers.has(segment))
    .map((segment) => chainFrom(segment, next));
}

function chainFrom(first: Segment, next: ReadonlyMap<Segment, Segment>): Segment {
  const pieces = [first];
  for (let last = next.get(first); last !== undefined; last = next.get(last)) pieces.push(last);
  return pieces.length === 1 ? first : segmentOf(pieces.flatMap(({ words }) => words));
}

/** Each piece with the first below it in its column. */
export function continuations(lines: readonly (readonly Segment[])[], wordHeight: number): Continuation[] {
  return lines.flatMap((upperLine, row) =>
    upperLine.flatMap((upper) => {
      for (const lowerLine of lines.slice(row + 1, row + 1 + nextLines)) {
        const below = lowerLine.filter(({ box }) => box[0] < upper.box[2] && box[2] > upper.box[0]);
        if (below.length === 0) continue;
        return below
          .filter(({ box }) => box[1] - upper.box[3] <= mostGapHeights * wordHeight)
          .map((lower) => ({ upper, lower, upperLine, lowerLine }));
      }
      return [];
    }),
  );
}

/** One row of features for a pair of pieces. */
export function joinFeatures(
  { upper, lower, upperLine, lowerLine }: Continuation,
  page: LinedPage,
  roles: Roles,
): number[] {
  const { wordHeight, widthPx } = page;
  const gap = (lower.box[1] - upper.box[3]) / wordHeight;
  const shift = Math.min(6, Math.abs(lower.box[0] - upper.box[0]) / wordHeight);
  const middles = Math.min(6, Math.abs(lower.box[0] + lower.box[2] - upper.box[0] - upper.box[2]) / 2 / wordHeight);
  const heights = Math.abs(Math.log((lower.box[3] - lower.box[1]) / Math.max(1, upper.box[3] - upper.box[1])));
  const [role, next] = [roleOf(upper, roles), roleOf(lower, roles)];
  const [end, begin] = [spellingOf(upper.words.at(-1)?.text ?? ''), spellingOf(lower.words[0]?.text ?? '')];
  const digits = Math.abs(spellingOf(upper.text).digits - spellingOf(lower.text).digits);
  return [
    gap,
    Math.max(0, gap - 0.6),
    shift,
    flag(shift < 0.5),
    Math.min(shift, middles),
    heights,
    end.colon,
    end.stop,
    end.small,
    begin.small,
    begin.digits,
    begin.names,
    begin.title,
    spellingOf(upper.text).digits,
    digits,
    flag(spellingOf(upper.text).capitals !== spellingOf(lower.text).capitals),
    spellingOf(lower.words.at(-1)?.text ?? '').colon,
    (upper.box[2] - upper.box[0]) / widthPx,
    (lower.box[2] - lower.box[0]) / widthPx,
    Math.min(8, upper.words.length),
    Math.min(8, lower.words.length),
    Math.min(5, upperLine.length),
    Math.min(5, lowerLine.length),
    flag(upperLine.length === lowerLine.length),
    flag(upperLine[0] === upper),
    flag(lowerLine[0] === lower),
    flag(upperLine.at(-1) === upper),
    ...betweenRules(upper.box, lower.box, page),
    ...besideRules(upper.box, page).slice(0, 2),
    ...besideRules(lower.box, page).slice(0, 5),
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

/** The mean of a piece's words. */
export function roleOf({ words }: Segment, roles: Roles): { label: number; value: number } {
  const sum = { label: 0, value: 0 };
  for (const word of words) {
    const role = roles.get(word);
    sum.label += role?.label ?? 0;
    sum.value += role?.value ?? 0;
  }
  const count = Math.max(1, words.length);
  return { label: sum.label / count, value: sum.value / count };
}
