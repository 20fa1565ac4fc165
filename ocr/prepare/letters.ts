import type { Component, Kernel, Plane } from './kernel/kernel.ts';

/** What the letters of a page tell: how tall capitals are, and which way up they stand. */
export interface LetterFinding {
  /** Height of capitals and ascenders in pixels; null where too few letters stand in lines. */
  readonly capitalHeightPx: number | null;
  /** Pairs of neighbours that stand level with unequal tops, as letters do that are upright. */
  readonly uprightPairs: number;
  /** Pairs of neighbours that hang level with unequal feet, as letters do that are upside down. */
  readonly invertedPairs: number;
}

const INK_THRESHOLD = 150;
const MIN_HEIGHT_PX = 5;
const MAX_HEIGHT_PX = 90;
const MAX_ASPECT = 4;
/** Letters that count as neighbours lie at most this many of their heights apart. */
const MAX_GAP_HEIGHTS = 0.8;
const MAX_HEIGHT_RATIO = 2.2;
/** Edges closer than this share of the taller letter are level; further apart than the second, unequal. */
const LEVEL_SHARE = 0.08;
const UNEQUAL_SHARE = 0.17;
const UNEQUAL_MOST_SHARE = 0.5;
const CAPITAL_PERCENTILE = 0.8;
const MIN_LETTERS = 20;

/**
 * Looks at the letters of a page whose lines descend to the right by `slope` pixels per pixel. Latin letters stand on a common line and
 * differ at the top (a, d, t, capitals), far more of them than hang below it (g, p, q): pairs of neighbours vote.
 */
export function findLetters(kernel: Kernel, page: Plane, slope: number): LetterFinding {
  const components = kernel.components(page, INK_THRESHOLD) ?? [];
  const letters = components.filter(isLetterLike);
  const heights: number[] = [];
  let uprightPairs = 0;
  let invertedPairs = 0;
  for (const [left, right] of neighbours(letters)) {
    heights.push(left.y1 - left.y0, right.y1 - right.y0);
    const vote = voteOf(left, right, slope);
    if (vote > 0) uprightPairs += 1;
    if (vote < 0) invertedPairs += 1;
  }
  heights.sort((one, two) => one - two);
  const capital = heights[Math.floor(heights.length * CAPITAL_PERCENTILE)];
  return { capitalHeightPx: heights.length < 2 * MIN_LETTERS ? null : (capital ?? null), uprightPairs, invertedPairs };
}

function isLetterLike({ x0, y0, x1, y1, area }: Component): boolean {
  const width = x1 - x0;
  const height = y1 - y0;
  if (
    height < MIN_HEIGHT_PX ||
    height > MAX_HEIGHT_PX ||
    width > MAX_ASPECT * height ||
    height > MAX_ASPECT * 2 * width
  )
    return false;
  return area > 0.1 * width * height;
}

/** Pairs each letter with the nearest one to its right that overlaps it in height. */
function* neighbours(letters: readonly Component[]): Generator<[Component, Component]> {
  const sorted = [...letters].sort((one, two) => one.x0 - two.x0);
  for (const [index, letter] of sorted.entries()) {
    const height = letter.y1 - letter.y0;
    const reach = letter.x1 + MAX_GAP_HEIGHTS * height;
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next];
      if (other === undefined || other.x0 > reach) break;
      const otherHeight = other.y1 - other.y0;
      if (Math.max(height, otherHeight) > MAX_HEIGHT_RATIO * Math.min(height, otherHeight)) continue;
      const overlap = Math.min(letter.y1, other.y1) - Math.max(letter.y0, other.y0);
      if (other.x0 < letter.x1 - 0.3 * height || overlap < 0.5 * Math.min(height, otherHeight)) continue;
      yield [letter, other];
      break;
    }
  }
}

function voteOf(left: Component, right: Component, slope: number): -1 | 0 | 1 {
  const taller = Math.max(left.y1 - left.y0, right.y1 - right.y0);
  const drop = (slope * (right.x0 + right.x1 - left.x0 - left.x1)) / 2;
  const tops = Math.abs(left.y0 - right.y0 + drop) / taller;
  const feet = Math.abs(left.y1 - right.y1 + drop) / taller;
  const isLevel = (share: number) => share <= LEVEL_SHARE;
  const isUnequal = (share: number) => share >= UNEQUAL_SHARE && share <= UNEQUAL_MOST_SHARE;
  if (isLevel(feet) && isUnequal(tops)) return 1;
  if (isLevel(tops) && isUnequal(feet)) return -1;
  return 0;
}
