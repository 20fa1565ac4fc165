import type { StandingWalls, Wall } from './standing-walls.ts';

/** Walls at one pitch, from left to right. Those that are not seen have no height; the first and the last may belong to what is around. */
export interface WallRow {
  readonly walls: readonly Wall[];
  readonly heightPx: number;
}

/** How wide a cell may be, from wall to wall. In pixels. */
export interface PitchRange {
  readonly leastPx: number;
  readonly mostPx: number;
}

/** Walls stand off their place by no more than this share of the pitch, and are so much higher or lower than each other. */
const placeSlack = 0.07;
const heightSlack = 0.1;
const leastSlackPx = 2;
/** Of so many walls one may be too faint to be seen, or grown together with what is over it. */
const wallsForOneAmiss = 3;

/** The rows of regular walls that stand on a rule, those of most walls of one height first; none shares a cell with another. */
export function regularRows(standing: StandingWalls, range: PitchRange): WallRow[] {
  const found: WallRow[] = [];
  standing.walls.forEach((first, at) => {
    for (const second of standing.walls.slice(at + 1)) {
      const pitchPx = middleOf(second) - middleOf(first);
      if (pitchPx > range.mostPx) break;
      if (pitchPx >= range.leastPx) found.push(followFrom(first, second, standing));
    }
  });
  const taken: WallRow[] = [];
  for (const row of found.toSorted((one, other) => alikeIn(other) - alikeIn(one))) {
    if (!taken.some((other) => overlap(row, other))) taken.push(row);
  }
  return taken;
}

export function middleOf({ x0, x1 }: Wall): number {
  return (x0 + x1) / 2;
}

/** Goes on from two walls at their pitch, to the right and then to the left, as long as there are walls of their height. */
function followFrom(first: Wall, second: Wall, standing: StandingWalls): WallRow {
  const heightPx = Math.min(heightOf(first), heightOf(second));
  const right = goOn(first, [second], standing, heightPx);
  const [last = second, ...others] = [first, ...right].reverse();
  return { walls: [last, ...goOn(last, others, standing, heightPx)].reverse(), heightPx };
}

/**
 * Adds walls behind some, away from the first, as long as few are amiss. Walls that are not seen stay where one follows that
 * is; a higher one may end the row.
 */
function goOn(first: Wall, behind: readonly Wall[], standing: StandingWalls, heightPx: number): Wall[] {
  const walls = [...behind];
  let sure = walls.length;
  for (let last = walls.at(-1); last !== undefined; last = walls.at(-1)) {
    const pitchPx = (middleOf(last) - middleOf(first)) / walls.length;
    const next = wallAt(standing, middleOf(last) + pitchPx, Math.abs(pitchPx), heightPx);
    if (next === null) break;
    walls.push(next);
    if (isOfHeight(next, heightPx) || (heightOf(next) > heightPx && sure === walls.length - 1)) sure = walls.length;
    const amiss = [first, ...walls].filter((wall) => !isOfHeight(wall, heightPx)).length;
    if (!isOfHeight(next, heightPx) && amiss * wallsForOneAmiss > walls.length) break;
  }
  return walls.slice(0, sure);
}

/** The wall that stands about a place; where there is none, one without height. Null beyond the rule. */
function wallAt({ rule, heights, feet }: StandingWalls, place: number, pitchPx: number, heightPx: number): Wall | null {
  const slackPx = Math.max(leastSlackPx, placeSlack * pitchPx);
  if (place < rule[0] - slackPx || place >= rule[2] + slackPx) return null;
  const middle = Math.min(heights.length - 1, Math.max(0, Math.round(place) - rule[0]));
  const [first, end] = [Math.max(0, Math.floor(middle - slackPx)), Math.min(heights.length, middle + slackPx + 1)];
  const isHigh = (at: number) => (heights[at] ?? 0) >= heightPx - slackOf(heightPx);
  let nearest = -1;
  for (let at = first; at < end; at += 1) {
    if (isHigh(at) && (nearest < 0 || Math.abs(at - middle) < Math.abs(nearest - middle))) nearest = at;
  }
  const foot = feet[middle] ?? rule[3];
  if (nearest < 0) return { x0: rule[0] + middle, x1: rule[0] + middle, top: foot, foot };
  let [x0, x1] = [nearest, nearest + 1];
  while (x0 > first && isHigh(x0 - 1)) x0 -= 1;
  while (x1 < end && isHigh(x1)) x1 += 1;
  // A wall that meets what is over it in one of its columns is no higher for that.
  return { x0: rule[0] + x0, x1: rule[0] + x1, top: foot - Math.min(...heights.subarray(x0, x1)), foot };
}

function alikeIn({ walls, heightPx }: WallRow): number {
  return walls.filter((wall) => isOfHeight(wall, heightPx)).length;
}

function isOfHeight(wall: Wall, heightPx: number): boolean {
  return Math.abs(heightOf(wall) - heightPx) <= slackOf(heightPx);
}

function slackOf(heightPx: number): number {
  return Math.max(leastSlackPx, heightSlack * heightPx);
}

function overlap(one: WallRow, other: WallRow): boolean {
  const [first, last] = [one.walls[0], one.walls.at(-1)];
  const [otherFirst, otherLast] = [other.walls[0], other.walls.at(-1)];
  if (first === undefined || last === undefined || otherFirst === undefined || otherLast === undefined) return false;
  return middleOf(first) < middleOf(otherLast) && middleOf(otherFirst) < middleOf(last);
}

function heightOf({ top, foot }: Wall): number {
  return foot - top;
}
