import type { Affine, Point } from '../model/geometry.ts';
import { distanceMm, fitAffine, type PointPair } from './fit.ts';
import { seededRandom } from './random.ts';

/** Scales of paper against layout that votes are counted for; copiers and wrong resolutions leave that much. */
const voteScales = [0.91, 0.94, 0.97, 1, 1.03, 1.06, 1.09];
const binMm = 8;
/** Shifts of up to 32 cm either way. */
const binsAcross = 80;

/**
 * Counts how many pairs agree on one shift at one scale, the best over all: a cheap first look before any fitting.
 * Generalised Hough transform over scale and shift (D. Ballard, 1981), bins taken two by two.
 */
export function countVotes(pairs: readonly PointPair[]): number {
  const bins = new Uint16Array(binsAcross * binsAcross);
  let best = 0;
  for (const scale of voteScales) {
    bins.fill(0);
    for (const { from, to } of pairs) {
      const column = Math.floor((to.x - scale * from.x) / binMm) + binsAcross / 2;
      const row = Math.floor((to.y - scale * from.y) / binMm) + binsAcross / 2;
      if (column < 0 || row < 0 || column >= binsAcross - 1 || row >= binsAcross - 1) continue;
      for (const place of [0, 1, binsAcross, binsAcross + 1]) {
        const bin = row * binsAcross + column + place;
        const count = (bins[bin] ?? 0) + 1;
        bins[bin] = count;
        if (count > best) best = count;
      }
    }
  }
  return best;
}

/** A first map and the pairs that agree with it. */
export interface Consensus {
  readonly map: Affine;
  readonly inliers: readonly PointPair[];
}

const trials = 300;
const scaleLimits = { least: 0.88, most: 1.14 };
const rotationLimitRad = (4 * Math.PI) / 180;
/** Tolerances of the fit, from the similarity of two points down to the affine map of all that agree. */
const tolerancesMm = [6, 5, 4, 3, 2.2, 1.6, 1.2, 1];

/**
 * Finds the map that most pairs agree on: RANSAC over similarities from two pairs (M. Fischler, R. Bolles, 1981), then
 * least squares over the agreeing pairs with a narrowing tolerance. Each place of the layout counts once. Returns null when fewer than `least` agree.
 */
export function findConsensus(pairs: readonly PointPair[], least: number): Consensus | null {
  const random = seededRandom(pairs.length);
  let best: { map: Affine; count: number } | null = null;
  for (let trial = 0; trial < trials; trial++) {
    const one = pairs[Math.floor(random() * pairs.length)];
    const other = pairs[Math.floor(random() * pairs.length)];
    if (!one || !other) return null;
    const map = similarityOf(one, other);
    if (!map) continue;
    const count = countAgreeing(pairs, map, 3);
    if (!best || count > best.count) best = { map, count };
  }
  if (!best || best.count < least) return null;
  return narrow(pairs, best.map, least);
}

function narrow(pairs: readonly PointPair[], start: Affine, least: number): Consensus | null {
  let map = start;
  for (const toleranceMm of tolerancesMm) {
    const fitted = fitAffine(agreeing(pairs, map, toleranceMm), (pair) => pair.weight);
    if (!fitted || !isPaper(fitted)) return null;
    map = fitted;
  }
  const inliers = agreeing(pairs, map, 1);
  return inliers.length >= least ? { map, inliers } : null;
}

/** Map of turn, scale and shift through two pairs; null when they are too near each other or the map is not one of paper. */
function similarityOf(one: PointPair, other: PointPair): Affine | null {
  const from = difference(other.from, one.from);
  const to = difference(other.to, one.to);
  const squared = from.x * from.x + from.y * from.y;
  if (squared < 25 * 25) return null;
  const a = (from.x * to.x + from.y * to.y) / squared;
  const b = (from.x * to.y - from.y * to.x) / squared;
  const map: Affine = [
    a,
    b,
    -b,
    a,
    one.to.x - a * one.from.x + b * one.from.y,
    one.to.y - b * one.from.x - a * one.from.y,
  ];
  return isPaper(map) ? map : null;
}

/** Whether a map is within what scanners and copiers do to a page that lies upright. */
function isPaper([a, b, c, d]: Affine): boolean {
  return (
    [Math.hypot(a, b), Math.hypot(c, d)].every((scale) => scale > scaleLimits.least && scale < scaleLimits.most) &&
    Math.abs(Math.atan2(b, a)) < rotationLimitRad &&
    Math.abs(Math.atan2(-c, d)) < rotationLimitRad
  );
}

function difference(one: Point, other: Point): Point {
  return { x: one.x - other.x, y: one.y - other.y };
}

function countAgreeing(pairs: readonly PointPair[], [a, b, c, d, e, f]: Affine, toleranceMm: number): number {
  const squared = toleranceMm * toleranceMm;
  const places = new Set<Point>();
  for (const { from, to } of pairs) {
    const x = a * from.x + c * from.y + e - to.x;
    const y = b * from.x + d * from.y + f - to.y;
    if (x * x + y * y < squared) places.add(from);
  }
  return places.size;
}

/** The nearest agreeing pair of each place. */
function agreeing(pairs: readonly PointPair[], map: Affine, toleranceMm: number): PointPair[] {
  const nearest = new Map<Point, { pair: PointPair; distance: number }>();
  for (const pair of pairs) {
    const distance = distanceMm(map, pair);
    if (distance >= toleranceMm) continue;
    const known = nearest.get(pair.from);
    if (!known || distance < known.distance) nearest.set(pair.from, { pair, distance });
  }
  return [...nearest.values()].map(({ pair }) => pair);
}
