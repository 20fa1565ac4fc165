import type { Box } from '../../../model/geometry.ts';
import type { InkMask } from '../../ink/mask.ts';

/** A thin stroke of ink that stands on a rule. In pixels of the mask. */
export interface Wall {
  readonly x0: number;
  readonly x1: number;
  /** Where it ends above, and where the rule under it ends below. */
  readonly top: number;
  readonly foot: number;
}

/** A rule across and what stands on it. */
export interface StandingWalls {
  readonly rule: Box;
  readonly walls: readonly Wall[];
  /** For each column of the rule how far ink stands up from its foot, over small breaks. */
  readonly heights: Uint16Array;
  /** For each column where the rule ends below. */
  readonly feet: Uint16Array;
}

export interface WallLimits {
  readonly leastHeightPx: number;
  readonly mostHeightPx: number;
  readonly mostThickPx: number;
  /** Faint walls have breaks no longer than this. */
  readonly gapPx: number;
}

/** Looks up from a rule, column by column: what stands on it and is thin is a wall, whoever drew it. */
export function wallsOn(mask: InkMask, rule: Box, limits: WallLimits): StandingWalls {
  const [x0, , x1] = rule;
  const heights = new Uint16Array(x1 - x0);
  const feet = new Uint16Array(x1 - x0);
  for (let x = x0; x < x1; x += 1) {
    const foot = footAt(mask, rule, x);
    feet[x - x0] = foot;
    heights[x - x0] = foot - topAbove(mask, x, foot, limits);
  }
  const walls = thinRuns(heights, limits).map((run) => wallOf(run, { rule, heights, feet }));
  return { rule, walls, heights, feet };
}

function footAt({ data, widthPx }: InkMask, [, y0, , y1]: Box, x: number): number {
  for (let y = y1 - 1; y >= y0; y -= 1) if (data[y * widthPx + x] === 1) return y + 1;
  return y1;
}

function topAbove(
  { data, widthPx }: InkMask,
  x: number,
  foot: number,
  { gapPx, mostHeightPx }: Pick<WallLimits, 'gapPx' | 'mostHeightPx'>,
): number {
  let top = foot;
  const end = Math.max(0, foot - Math.ceil(mostHeightPx) - 1);
  for (let y = foot - 1; y >= end && top - y <= gapPx + 1; y -= 1) if (data[y * widthPx + x] === 1) top = y;
  return top;
}

type Run = readonly [from: number, to: number];

function thinRuns(heights: Uint16Array, { leastHeightPx, mostThickPx }: WallLimits): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < heights.length; at += 1) {
    if ((heights[at] ?? 0) < leastHeightPx) continue;
    const from = at;
    while ((heights[at + 1] ?? 0) >= leastHeightPx) at += 1;
    if (at + 1 - from <= mostThickPx) runs.push([from, at + 1]);
  }
  return runs;
}

function wallOf([from, to]: Run, { rule, heights, feet }: Pick<StandingWalls, 'rule' | 'heights' | 'feet'>): Wall {
  const foot = Math.max(...feet.subarray(from, to));
  const height = Math.max(...heights.subarray(from, to));
  return { x0: rule[0] + from, x1: rule[0] + to, top: foot - height, foot };
}
