import { type Affine, applyAffine, type Point } from '../model/geometry.ts';

/** A place on the layout and where it was found on the page, both in millimetres. */
export interface PointPair {
  readonly from: Point;
  readonly to: Point;
  /** How much the finding is to be trusted, above 0. */
  readonly weight: number;
}

export interface AffineFit {
  readonly map: Affine;
  /** The pairs that the map explains. */
  readonly inliers: readonly PointPair[];
  /** Root mean square distance of the inliers after mapping, in millimetres. */
  readonly residualMm: number;
  /** Expected error (one standard deviation) of the map at a place of the layout, from how the inliers lie and scatter. */
  readonly errorAt: (place: Point) => number;
}

const rounds = 12;
/** Tukey's constant: 95 % efficiency when there are no outliers. */
const tukey = 4.685;
/** No scatter below this is believed: the measuring itself is not finer. */
const finestScatterMm = 0.03;

/**
 * Fits an affine map by least squares, reweighted so that pairs far from the rest (covered by a stamp, found on the wrong
 * letter) lose their say: Tukey's biweight with the scale from the median distance. Source: P. Holland, R. Welsch, Robust
 * Regression Using Iteratively Reweighted Least-Squares, 1977. Returns null when fewer than four pairs agree or they lie on
 * a line.
 */
export function fitRobustly(pairs: readonly PointPair[]): AffineFit | null {
  let map = fitAffine(pairs, (pair) => pair.weight);
  if (!map) return null;
  let limitMm = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const current: Affine = map;
    const scatterMm = Math.max(finestScatterMm, 0.849 * median(pairs.map((pair) => distanceMm(current, pair))));
    limitMm = tukey * scatterMm;
    const next = fitAffine(pairs, (pair) => {
      const ratio = distanceMm(current, pair) / limitMm;
      return ratio >= 1 ? 0 : pair.weight * (1 - ratio * ratio) ** 2;
    });
    if (!next) return null;
    map = next;
  }
  const final = map;
  const inliers = pairs.filter((pair) => distanceMm(final, pair) < limitMm);
  if (inliers.length < 4) return null;
  return describeFit(final, inliers);
}

function describeFit(map: Affine, inliers: readonly PointPair[]): AffineFit | null {
  const squares = inliers.reduce((sum, pair) => sum + distanceMm(map, pair) ** 2, 0);
  const normal = normalMatrix(inliers, () => 1);
  const inverse = invertSymmetric(normal.matrix);
  if (!inverse) return null;
  const perAxis = Math.sqrt(squares / Math.max(1, 2 * inliers.length - 6));
  return {
    map,
    inliers,
    residualMm: Math.sqrt(squares / inliers.length),
    errorAt: (place) => {
      const x = place.x - normal.centre.x;
      const y = place.y - normal.centre.y;
      const [xx, xy, x1, yy, y1, one] = inverse;
      const variance = xx * x * x + 2 * xy * x * y + 2 * x1 * x + yy * y * y + 2 * y1 * y + one;
      return Math.max(perAxis, finestScatterMm) * Math.sqrt(2 * Math.max(0, variance));
    },
  };
}

/** Distance between where the map puts the pair's place and where it was found, in millimetres. */
export function distanceMm(map: Affine, pair: PointPair): number {
  const mapped = applyAffine(map, pair.from);
  return Math.hypot(mapped.x - pair.to.x, mapped.y - pair.to.y);
}

/** Plain weighted least squares. Returns null when the places lie on a line. */
export function fitAffine(pairs: readonly PointPair[], weightOf: (pair: PointPair) => number): Affine | null {
  const { matrix, centre } = normalMatrix(pairs, weightOf);
  const inverse = invertSymmetric(matrix);
  if (!inverse) return null;
  const right = { x: [0, 0, 0], y: [0, 0, 0] };
  for (const pair of pairs) {
    const weight = weightOf(pair);
    const terms = [pair.from.x - centre.x, pair.from.y - centre.y, 1];
    terms.forEach((term, i) => {
      right.x[i] = (right.x[i] ?? 0) + weight * term * pair.to.x;
      right.y[i] = (right.y[i] ?? 0) + weight * term * pair.to.y;
    });
  }
  const [a, c, e] = multiply(inverse, right.x);
  const [b, d, f] = multiply(inverse, right.y);
  return [a, b, c, d, e - a * centre.x - c * centre.y, f - b * centre.x - d * centre.y];
}

/** Upper triangle of a symmetric three by three matrix: xx, xy, x1, yy, y1, 11. */
type Symmetric = readonly [number, number, number, number, number, number];

/** The normal equations' matrix with places taken from their centre, which keeps it well conditioned. */
function normalMatrix(
  pairs: readonly PointPair[],
  weightOf: (pair: PointPair) => number,
): { matrix: Symmetric; centre: Point } {
  let total = 0;
  let sumX = 0;
  let sumY = 0;
  for (const pair of pairs) {
    const weight = weightOf(pair);
    total += weight;
    sumX += weight * pair.from.x;
    sumY += weight * pair.from.y;
  }
  const centre = total > 0 ? { x: sumX / total, y: sumY / total } : { x: 0, y: 0 };
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const pair of pairs) {
    const weight = weightOf(pair);
    const x = pair.from.x - centre.x;
    const y = pair.from.y - centre.y;
    xx += weight * x * x;
    xy += weight * x * y;
    yy += weight * y * y;
  }
  return { matrix: [xx, xy, 0, yy, 0, total], centre };
}

function invertSymmetric([xx, xy, , yy, , one]: Symmetric): Symmetric | null {
  const determinant = xx * yy - xy * xy;
  // Less than a millimetre of spread across the main direction cannot carry a map over a page.
  if (one <= 0 || determinant <= (xx + yy) * one) return null;
  return [yy / determinant, -xy / determinant, 0, xx / determinant, 0, 1 / one];
}

function multiply([xx, xy, x1, yy, y1, one]: Symmetric, [x = 0, y = 0, z = 0]: number[]): [number, number, number] {
  return [xx * x + xy * y + x1 * z, xy * x + yy * y + y1 * z, x1 * x + y1 * y + one * z];
}

function median(values: number[]): number {
  values.sort((one, other) => one - other);
  return values[values.length >> 1] ?? 0;
}
