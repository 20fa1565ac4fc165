import type { Point } from '../model/geometry.ts';
import type { PointPair } from './fit.ts';
import { solveSymmetric } from './least-squares.ts';

/** Unit that places are counted in, so that all terms are of a size. */
const unitMm = 100;
/** Pull towards no perspective, as if so many pairs a hundred millimetres away said so. */
const pull = 0.02;
/** Chance alone lets a strange page's print lie on a map this free when it has fewer pairs with a say. */
const leastPairs = 30;

/**
 * Fits a projective map by weighted linear least squares (R. Hartley, A. Zisserman, Multiple View Geometry, 2003, 4.1): what a
 * camera or a lid that does not close makes of a flat page. Where patches are missing it still holds, which a surface fitted to
 * the others does not. Returns null where there are too few pairs to tell.
 */
export function fitProjective(pairs: readonly PointPair[]): ((place: Point) => Point) | null {
  if (pairs.filter(({ weight }) => weight > 0).length < leastPairs) return null;
  const centre = { from: middleOf(pairs.map(({ from }) => from)), to: middleOf(pairs.map(({ to }) => to)) };
  const size = 8;
  const matrix = new Float64Array(size * size);
  const right = new Array<number>(size).fill(0);
  for (let i = 0; i < size; i++) matrix[i * size + i] = i < 6 ? 0 : pull;
  const add = (terms: readonly number[], value: number, weight: number) => {
    for (let i = 0; i < size; i++) {
      const weighted = weight * (terms[i] ?? 0);
      right[i] = (right[i] ?? 0) + weighted * value;
      for (let j = 0; j < size; j++) matrix[i * size + j] = (matrix[i * size + j] ?? 0) + weighted * (terms[j] ?? 0);
    }
  };
  for (const { from, to, weight } of pairs) {
    const [u, v] = inUnits(from, centre.from);
    const [x, y] = inUnits(to, centre.to);
    add([u, v, 1, 0, 0, 0, -u * x, -v * x], x, weight);
    add([0, 0, 0, u, v, 1, -u * y, -v * y], y, weight);
  }
  const solved = solveSymmetric(matrix, right);
  if (solved === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved;
  return (place) => {
    const [u, v] = inUnits(place, centre.from);
    const depth = 1 + g * u + h * v;
    return {
      x: centre.to.x + (unitMm * (a * u + b * v + c)) / depth,
      y: centre.to.y + (unitMm * (d * u + e * v + f)) / depth,
    };
  };
}

function inUnits(place: Point, centre: Point): [number, number] {
  return [(place.x - centre.x) / unitMm, (place.y - centre.y) / unitMm];
}

function middleOf(places: readonly Point[]): Point {
  const mean = (pick: (place: Point) => number) =>
    places.reduce((sum, place) => sum + pick(place), 0) / Math.max(1, places.length);
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
}
