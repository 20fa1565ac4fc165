import type { Segment } from './segments.ts';

/** A piece of a line, and the piece below it that may go on with the same text. */
export interface Continuation {
  readonly upper: Segment;
  readonly lower: Segment;
  readonly upperLine: readonly Segment[];
  readonly lowerLine: readonly Segment[];
}

/** A continuation among the others of its page. */
export interface PlacedContinuation extends Continuation {
  /** What the upper piece may itself go on with, and what may go on with the lower. */
  readonly above: Segment | undefined;
  readonly below: Segment | undefined;
  /** How many pieces may go on with the upper, and with how many the lower may go on. */
  readonly lowers: number;
  readonly uppers: number;
}

/** Lines of one text stand at most this many heights apart. */
const mostGapHeights = 1.6;
const nextLines = 3;

/** Each piece with the first below it in its column. */
export function continuations(lines: readonly (readonly Segment[])[], wordHeight: number): PlacedContinuation[] {
  const found = lines.flatMap((line, row) => line.flatMap((upper) => continuationsOf(upper, row, lines, wordHeight)));
  const byUpper = Map.groupBy(found, ({ upper }) => upper);
  const byLower = Map.groupBy(found, ({ lower }) => lower);
  return found.map((pair) => ({
    ...pair,
    above: byLower.get(pair.upper)?.at(-1)?.upper,
    below: byUpper.get(pair.lower)?.[0]?.lower,
    lowers: byUpper.get(pair.upper)?.length ?? 0,
    uppers: byLower.get(pair.lower)?.length ?? 0,
  }));
}

function continuationsOf(
  upper: Segment,
  row: number,
  lines: readonly (readonly Segment[])[],
  wordHeight: number,
): Continuation[] {
  for (const lowerLine of lines.slice(row + 1, row + 1 + nextLines)) {
    const below = lowerLine.filter(({ box }) => box[0] < upper.box[2] && box[2] > upper.box[0]);
    if (below.length === 0) continue;
    return below
      .filter(({ box }) => box[1] - upper.box[3] <= mostGapHeights * wordHeight)
      .map((lower) => ({ upper, lower, upperLine: lines[row] ?? [], lowerLine }));
  }
  return [];
}
