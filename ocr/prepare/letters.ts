import type { Component } from './kernel/kernel.ts';

/** What the letters of a page tell when its lines are taken to run across. */
export interface LetterFinding {
  /** Height of capitals and ascenders in pixels; null where too few letters stand in lines. */
  readonly capitalHeightPx: number | null;
  /** Letters that have a close neighbour in the line. */
  readonly closePairs: number;
  /** Hints that the letters stand upright, and hints that they are upside down. */
  readonly uprightHints: number;
  readonly invertedHints: number;
}

const MIN_HEIGHT_PX = 5;
const MAX_HEIGHT_PX = 90;
const MAX_ASPECT = 4;
const MIN_FILL = 0.1;
/** Letters that count as neighbours lie at most this many of their heights apart; close ones, the second. */
const MAX_GAP_HEIGHTS = 0.8;
const CLOSE_GAP_HEIGHTS = 0.35;
const MAX_HEIGHT_RATIO = 2.2;
/** Edges closer than this share of the taller letter are level; further apart than the second, unequal. */
const LEVEL_SHARE = 0.08;
const UNEQUAL_SHARE = 0.17;
const UNEQUAL_MOST_SHARE = 0.5;
/** A dot is at most this share of the letter beside it, and lies at its foot in this share of the letter's height. */
const DOT_SHARE = 0.4;
const FOOT_SHARE = 0.22;
const CAPITAL_PERCENTILE = 0.8;
const MIN_PAIRS = 20;
/** No page has more letters: what shows more components is noise, and tells nothing. */
const MAX_LETTERS = 40_000;
/** The letter beside a dot may be this many times as high. */
const DOT_REACH = 6;

interface Pair {
  readonly left: Component;
  readonly right: Component;
  readonly gap: number;
  /** How much further down the right one lies only because the line descends. */
  readonly drop: number;
}

/**
 * Looks at the components of a page whose lines descend to the right by `slope` pixels per pixel. Latin letters stand
 * on a common line and differ at the top (a, d, t, capitals), far more of them than hang below it (g, p, q): pairs of
 * neighbours vote. So do full stops, commas and colons, which lie at the feet of the letters beside them.
 */
export function findLetters(components: readonly Component[], slope: number): LetterFinding {
  const candidates = components.filter(isLetterOrDot);
  const sorted = candidates.length > MAX_LETTERS ? [] : candidates.sort((one, two) => one.x0 - two.x0);
  const heights: number[] = [];
  let closePairs = 0;
  let uprightHints = 0;
  let invertedHints = 0;
  const count = (hint: number) => {
    if (hint > 0) uprightHints += 1;
    if (hint < 0) invertedHints += 1;
  };
  for (const pair of neighbours(sorted, slope)) {
    const left = heightOf(pair.left);
    const right = heightOf(pair.right);
    if (isDotBeside(pair.left, right) || isDotBeside(pair.right, left)) {
      count(hintOfDot(pair));
    } else if (Math.max(left, right) <= MAX_HEIGHT_RATIO * Math.min(left, right)) {
      heights.push(left, right);
      if (pair.gap <= CLOSE_GAP_HEIGHTS * Math.max(left, right)) closePairs += 1;
      count(hintOfLetters(pair));
    }
  }
  heights.sort((one, two) => one - two);
  const capital = heights[Math.floor(heights.length * CAPITAL_PERCENTILE)];
  const capitalHeightPx = heights.length < 2 * MIN_PAIRS ? null : (capital ?? null);
  return { capitalHeightPx, closePairs, uprightHints, invertedHints };
}

function heightOf({ y0, y1 }: Component): number {
  return y1 - y0;
}

function isLetterOrDot({ x0, y0, x1, y1, area }: Component): boolean {
  const width = x1 - x0;
  const height = y1 - y0;
  if (height > MAX_HEIGHT_PX || width > MAX_ASPECT * height || height > 2 * MAX_ASPECT * width) return false;
  return area > MIN_FILL * width * height && area >= 3;
}

/** Pairs each component with the nearest one to its right that lies in the same line. */
function* neighbours(sorted: readonly Component[], slope: number): Generator<Pair> {
  for (const [index, left] of sorted.entries()) {
    const reach = left.x1 + MAX_GAP_HEIGHTS * Math.min(MAX_HEIGHT_PX, DOT_REACH * heightOf(left));
    for (let next = index + 1; next < sorted.length; next++) {
      const right = sorted[next];
      if (right === undefined || right.x0 > reach) break;
      const taller = Math.max(heightOf(left), heightOf(right));
      const gap = right.x0 - left.x1;
      const drop = (slope * (right.x0 + right.x1 - left.x0 - left.x1)) / 2;
      if (taller < MIN_HEIGHT_PX || gap > MAX_GAP_HEIGHTS * taller || gap < -0.2 * taller) continue;
      if (!isInLine(left, right, drop, taller)) continue;
      yield { left, right, gap: Math.max(0, gap), drop };
      break;
    }
  }
}

/** Whether two components overlap in height, give or take the reach of a comma below the line. */
function isInLine(left: Component, right: Component, drop: number, taller: number): boolean {
  const overlap = Math.min(left.y1, right.y1 - drop) - Math.max(left.y0, right.y0 - drop);
  return overlap > Math.min(0.5 * Math.min(heightOf(left), heightOf(right)), 0.1 * taller);
}

function hintOfLetters({ left, right, drop }: Pair): -1 | 0 | 1 {
  const taller = Math.max(heightOf(left), heightOf(right));
  const tops = Math.abs(left.y0 - right.y0 + drop) / taller;
  const feet = Math.abs(left.y1 - right.y1 + drop) / taller;
  const isLevel = (share: number) => share <= LEVEL_SHARE;
  const isUnequal = (share: number) => share >= UNEQUAL_SHARE && share <= UNEQUAL_MOST_SHARE;
  if (isLevel(feet) && isUnequal(tops)) return 1;
  if (isLevel(tops) && isUnequal(feet)) return -1;
  return 0;
}

function isDotBeside(dot: Component, letterHeight: number): boolean {
  return heightOf(dot) <= DOT_SHARE * letterHeight && dot.x1 - dot.x0 <= DOT_SHARE * letterHeight;
}

function hintOfDot({ left, right, drop }: Pair): -1 | 0 | 1 {
  const dotIsLeft = heightOf(left) < heightOf(right);
  const dot = dotIsLeft ? left : right;
  const letter = dotIsLeft ? right : left;
  const centre = (dot.y0 + dot.y1) / 2 + (dotIsLeft ? drop : -drop);
  const at = (centre - letter.y0) / heightOf(letter);
  if (at >= 1 - FOOT_SHARE) return 1;
  return at <= FOOT_SHARE ? -1 : 0;
}
