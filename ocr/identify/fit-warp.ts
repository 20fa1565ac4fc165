import { type Affine, applyAffine, type Point } from '../model/geometry.ts';
import { tabulateShifts, type Warp } from '../model/warp.ts';
import type { PointPair } from './fit.ts';
import { solveSymmetric } from './least-squares.ts';
import { fitProjective } from './projective.ts';
import { fitSurface, type Shift } from './surface.ts';

/** A smooth map fitted to pairs, and how good it is. */
export interface WarpFit {
  readonly warp: Warp;
  /** Of each pair, how far off the map puts it that is fitted to all others, in millimetres. */
  readonly distancesMm: readonly number[];
  /** Expected error (one standard deviation) at a place of the layout, in millimetres. */
  readonly errorAt: (place: Point) => number;
}

/** Pairs this far away (one standard deviation) still have their say in how a place is shifted. */
const reachMm = 32;
const gridStepMm = 16;
/** Tukey's constant and the least scatter that is believed, as in the affine fit. */
const tukey = 4.685;
const finestScatterMm = 0.04;
const rounds = 5;
/** Pull towards the surface on shift and slope, as if so many pairs lay on it: where pairs are few it decides. */
const pull = { shift: 0.1, slope: 0.4 };

/**
 * Fits a projective map, a second-order surface to what it leaves over, and on top of both, around every place, a plane through
 * what is left of the pairs nearby, those further off counting less (locally weighted regression: W. Cleveland, S. Devlin, JASA
 * 1988). Pairs that the others contradict lose their say (Tukey's biweight).
 */
export function fitWarp(
  pairs: readonly PointPair[],
  affine: Affine,
  size: { readonly widthMm: number; readonly heightMm: number },
): WarpFit {
  let weighted = pairs;
  let state = layDown(weighted, affine);
  for (let round = 0; round < rounds; round++) {
    const limitMm = tukey * Math.max(finestScatterMm, 0.849 * median(state.distancesMm));
    weighted = pairs.map((pair, i) => {
      const ratio = (state.distancesMm[i] ?? 0) / limitMm;
      return { ...pair, weight: ratio >= 1 ? 0 : pair.weight * (1 - ratio * ratio) ** 2 };
    });
    state = layDown(weighted, affine);
  }
  const { base, rest, distancesMm } = state;
  const scatterMm = Math.max(finestScatterMm, 0.849 * median(distancesMm));
  const restMm = rootMeanSquare(
    rest.flatMap(({ shift, weight }) => (weight > 0 ? [Math.hypot(shift.x, shift.y)] : [])),
  );
  const grid = tabulateShifts(size, gridStepMm, (place) => {
    const expected = base(place);
    const flat = applyAffine(affine, place);
    const { shift } = planeAt(place, rest, -1);
    return { x: expected.x - flat.x + shift.x, y: expected.y - flat.y + shift.y };
  });
  return {
    warp: { affine, grid },
    distancesMm,
    errorAt: (place) => {
      const { support } = planeAt(place, rest, -1);
      return Math.hypot(scatterMm / Math.sqrt(1 + support), restMm / (1 + support));
    },
  };
}

/** The smooth map, what it leaves over, and how far each pair is from where the others put it. */
function layDown(pairs: readonly PointPair[], affine: Affine) {
  const flat = fitProjective(pairs) ?? ((place: Point) => applyAffine(affine, place));
  const surface = fitSurface(shiftsFrom(flat, pairs));
  const base = (place: Point) => add(flat(place), surface(place));
  const rest = shiftsFrom(base, pairs);
  const distancesMm = rest.map(({ from, shift }, i) => {
    const expected = planeAt(from, rest, i).shift;
    return Math.hypot(expected.x - shift.x, expected.y - shift.y);
  });
  return { base, rest, distancesMm };
}

/** How far each pair lies from where a map puts it. */
function shiftsFrom(map: (place: Point) => Point, pairs: readonly PointPair[]): Shift[] {
  return pairs.map(({ from, to, weight }) => {
    const expected = map(from);
    return { from, shift: { x: to.x - expected.x, y: to.y - expected.y }, weight };
  });
}

/** The shift at a place by all pairs but one, and how much of them there is nearby (in pairs). */
function planeAt(place: Point, shifts: readonly Shift[], without: number): { shift: Point; support: number } {
  // Normal equations of shift = p + q * u + r * v around the place, with the pull on the diagonal.
  let [ss, su, sv, uu, uv, vv] = [pull.shift, 0, 0, pull.slope, 0, pull.slope];
  const x = [0, 0, 0];
  const y = [0, 0, 0];
  for (let i = 0; i < shifts.length; i++) {
    const pair = shifts[i];
    if (pair === undefined || i === without || pair.weight === 0) continue;
    const u = (pair.from.x - place.x) / reachMm;
    const v = (pair.from.y - place.y) / reachMm;
    const weight = pair.weight * Math.exp(-(u * u + v * v) / 2);
    if (weight < 1e-4) continue;
    ss += weight;
    su += weight * u;
    sv += weight * v;
    uu += weight * u * u;
    uv += weight * u * v;
    vv += weight * v * v;
    addTerms(x, weight * pair.shift.x, u, v);
    addTerms(y, weight * pair.shift.y, u, v);
  }
  const matrix = () => Float64Array.of(ss, su, sv, su, uu, uv, sv, uv, vv);
  const shift = { x: solveSymmetric(matrix(), x)?.[0] ?? 0, y: solveSymmetric(matrix(), y)?.[0] ?? 0 };
  return { shift, support: ss - pull.shift };
}

function addTerms(sums: number[], value: number, u: number, v: number): void {
  sums[0] = (sums[0] ?? 0) + value;
  sums[1] = (sums[1] ?? 0) + value * u;
  sums[2] = (sums[2] ?? 0) + value * v;
}

function add(one: Point, other: Point): Point {
  return { x: one.x + other.x, y: one.y + other.y };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length));
}
