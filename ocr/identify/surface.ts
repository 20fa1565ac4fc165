import type { Point } from '../model/geometry.ts';
import { solveSymmetric } from './least-squares.ts';

/** A place of the layout, how far the page lies from a smoother map there, and how far that is believed. */
export interface Shift {
  readonly from: Point;
  readonly shift: Point;
  readonly weight: number;
}

/** Unit that places are counted in, so that all terms are of a size. */
const unitMm = 100;
/** Pull towards no bend, as if so many pairs a hundred millimetres away said so. */
const pull = 0.05;

/** Terms of a second-order surface about a centre. */
function termsAt(place: Point, centre: Point): readonly number[] {
  const u = (place.x - centre.x) / unitMm;
  const v = (place.y - centre.y) / unitMm;
  return [1, u, v, u * u, u * v, v * v];
}

/**
 * Fits a second-order surface to shifts by weighted least squares: the first of what any smooth bend does. Returns no shift at all where the pairs cannot tell.
 */
export function fitSurface(shifts: readonly Shift[]): (place: Point) => Point {
  const total = shifts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (pick: (place: Point) => number) =>
    shifts.reduce((sum, { from, weight }) => sum + weight * pick(from), 0) / Math.max(total, 1e-9);
  const centre = { x: mean(({ x }) => x), y: mean(({ y }) => y) };
  const size = termsAt(centre, centre).length;
  const matrix = new Float64Array(size * size);
  const right = { x: new Array<number>(size).fill(0), y: new Array<number>(size).fill(0) };
  for (let i = 0; i < size; i++) matrix[i * size + i] = i === 0 ? 1e-6 : pull;
  for (const { from, shift, weight } of shifts) {
    const terms = termsAt(from, centre);
    for (let i = 0; i < size; i++) {
      const weighted = weight * (terms[i] ?? 0);
      right.x[i] = (right.x[i] ?? 0) + weighted * shift.x;
      right.y[i] = (right.y[i] ?? 0) + weighted * shift.y;
      for (let j = 0; j < size; j++) matrix[i * size + j] = (matrix[i * size + j] ?? 0) + weighted * (terms[j] ?? 0);
    }
  }
  const alongX = solveSymmetric(matrix.slice(), right.x);
  const alongY = solveSymmetric(matrix, right.y);
  if (!alongX || !alongY) return () => ({ x: 0, y: 0 });
  return (place) => {
    const terms = termsAt(place, centre);
    const sum = (factors: readonly number[]) => terms.reduce((total, term, i) => total + term * (factors[i] ?? 0), 0);
    return { x: sum(alongX), y: sum(alongY) };
  };
}
