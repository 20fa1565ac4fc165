import type { GreyImage } from '../model/page.ts';

/** Corner strength of every pixel: the smaller eigenvalue of the gradient matrix summed around it. */
export interface CornerMap {
  readonly strength: Float32Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Measures how far each pixel's surroundings of `2 * radius + 1` pixels have structure in two directions, which is what
 * makes a place findable. Source: J. Shi, C. Tomasi, Good Features to Track, CVPR 1994.
 */
export function cornerMap(image: GreyImage, radius: number): CornerMap {
  const { widthPx, heightPx } = image;
  const strength = new Float32Array(widthPx * heightPx);
  const sums = newSums(widthPx);
  // Rows of sums across are kept as long as they are inside the square, then taken off again.
  const ring = Array.from({ length: 2 * radius + 1 }, () => newSums(widthPx));
  for (let entering = 0; entering < heightPx + radius; entering++) {
    const slot = ring[entering % ring.length];
    if (!slot) continue;
    addSums(sums, slot, -1);
    if (entering < heightPx) sumGradientsAcross(image, entering, radius, slot);
    else for (const plane of [slot.xx, slot.yy, slot.xy]) plane.fill(0);
    addSums(sums, slot, 1);
    if (entering >= radius) writeStrength(sums, strength, (entering - radius) * widthPx);
  }
  return { strength, widthPx, heightPx };
}

/** Sums of products of gradients, one per column. Whole numbers, so that taking off leaves exactly nothing; they fit for any radius below 90. */
interface GradientSums {
  readonly xx: Int32Array;
  readonly yy: Int32Array;
  readonly xy: Int32Array;
}

function newSums(widthPx: number): GradientSums {
  return { xx: new Int32Array(widthPx), yy: new Int32Array(widthPx), xy: new Int32Array(widthPx) };
}

function addSums(to: GradientSums, from: GradientSums, sign: 1 | -1): void {
  for (let x = 0; x < to.xx.length; x++) {
    to.xx[x] = (to.xx[x] ?? 0) + sign * (from.xx[x] ?? 0);
    to.yy[x] = (to.yy[x] ?? 0) + sign * (from.yy[x] ?? 0);
    to.xy[x] = (to.xy[x] ?? 0) + sign * (from.xy[x] ?? 0);
  }
}

/** Writes, for each column, the gradient products of one row summed over the columns within `radius`. */
function sumGradientsAcross(image: GreyImage, row: number, radius: number, to: GradientSums): void {
  const { data, widthPx, heightPx } = image;
  const start = row * widthPx;
  const inside = row > 0 && row < heightPx - 1;
  const gradientX = (x: number): number => (data[start + x + 1] ?? 0) - (data[start + x - 1] ?? 0);
  const gradientY = (x: number): number => (data[start + x + widthPx] ?? 0) - (data[start + x - widthPx] ?? 0);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let entering = 1; entering < widthPx + radius; entering++) {
    if (inside && entering < widthPx - 1) {
      const gx = gradientX(entering);
      const gy = gradientY(entering);
      xx += gx * gx;
      yy += gy * gy;
      xy += gx * gy;
    }
    const x = entering - radius;
    if (x < 0) continue;
    to.xx[x] = xx;
    to.yy[x] = yy;
    to.xy[x] = xy;
    const leaving = x - radius;
    if (!inside || leaving < 1 || leaving >= widthPx - 1) continue;
    const gx = gradientX(leaving);
    const gy = gradientY(leaving);
    xx -= gx * gx;
    yy -= gy * gy;
    xy -= gx * gy;
  }
}

/** Writes the smaller eigenvalue of each column's matrix. */
function writeStrength({ xx, yy, xy }: GradientSums, strength: Float32Array, start: number): void {
  for (let x = 0; x < xx.length; x++) {
    const one = xx[x] ?? 0;
    const other = yy[x] ?? 0;
    const cross = xy[x] ?? 0;
    if (one === 0 || other === 0) continue;
    const half = (one - other) / 2;
    strength[start + x] = (one + other) / 2 - Math.sqrt(half * half + cross * cross);
  }
}

/** A pixel whose corner strength is the greatest nearby. */
export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly strength: number;
}

/**
 * Finds the strongest places, none within two pixels of a stronger one nor within `marginPx` of the border, at most
 * `perCell` in each square of `cellPx`. None is weaker than `floor`, nor than a small share of the usual strong ones.
 */
export function findCorners(
  map: CornerMap,
  options: { marginPx: number; cellPx: number; perCell: number; floor: number },
): Corner[] {
  const columns = Math.ceil(map.widthPx / options.cellPx);
  const cells = new Map<number, Corner[]>();
  for (let y = options.marginPx; y < map.heightPx - options.marginPx; y++) {
    for (let x = options.marginPx; x < map.widthPx - options.marginPx; x++) {
      const strength = map.strength[y * map.widthPx + x] ?? 0;
      if (strength < options.floor || !isPeak(map, x, y, strength)) continue;
      const cell = Math.floor(y / options.cellPx) * columns + Math.floor(x / options.cellPx);
      const found = cells.get(cell);
      if (found) found.push({ x, y, strength });
      else cells.set(cell, [{ x, y, strength }]);
    }
  }
  const best = [...cells.values()].flatMap((cell) =>
    cell.sort((one, other) => other.strength - one.strength).slice(0, options.perCell),
  );
  const strengths = Float64Array.from(best, ({ strength }) => strength).sort();
  const least = weakShare * (strengths[Math.floor(strengths.length * 0.9)] ?? 0);
  return best.filter(({ strength }) => strength >= least);
}

/** Corners weaker than this share of the usual strong ones are noise. */
const weakShare = 0.03;

function isPeak({ strength, widthPx, heightPx }: CornerMap, x: number, y: number, value: number): boolean {
  for (let ny = Math.max(0, y - 2); ny <= Math.min(heightPx - 1, y + 2); ny++) {
    for (let nx = Math.max(0, x - 2); nx <= Math.min(widthPx - 1, x + 2); nx++) {
      const other = strength[ny * widthPx + nx] ?? 0;
      // Of equal neighbours the first in reading order wins.
      if (other > value || (other === value && (ny < y || (ny === y && nx < x)))) return false;
    }
  }
  return true;
}
