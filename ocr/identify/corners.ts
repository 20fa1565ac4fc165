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
  const { data, widthPx, heightPx } = image;
  const size = widthPx * heightPx;
  const xx = new Float32Array(size);
  const yy = new Float32Array(size);
  const xy = new Float32Array(size);
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1, at = y * widthPx + 1; x < widthPx - 1; x++, at++) {
      const gx = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
      const gy = (data[at + widthPx] ?? 0) - (data[at - widthPx] ?? 0);
      xx[at] = gx * gx;
      yy[at] = gy * gy;
      xy[at] = gx * gy;
    }
  }
  for (const plane of [xx, yy, xy]) sumAround(plane, widthPx, heightPx, radius);
  for (let at = 0; at < size; at++) {
    const half = ((xx[at] ?? 0) + (yy[at] ?? 0)) / 2;
    const difference = ((xx[at] ?? 0) - (yy[at] ?? 0)) / 2;
    const cross = xy[at] ?? 0;
    xx[at] = half - Math.sqrt(difference * difference + cross * cross);
  }
  return { strength: xx, widthPx, heightPx };
}

/** Replaces each value by the sum of the square around it. What lies outside the picture counts nothing. */
function sumAround(plane: Float32Array, widthPx: number, heightPx: number, radius: number): void {
  const longest = new Float64Array(Math.max(widthPx, heightPx));
  for (let y = 0; y < heightPx; y++) sumLine(plane, longest, y * widthPx, 1, widthPx, radius);
  sumColumns(plane, widthPx, heightPx, radius);
}

function sumLine(
  plane: Float32Array,
  copy: Float64Array,
  start: number,
  step: number,
  count: number,
  radius: number,
): void {
  for (let i = 0; i < count; i++) copy[i] = plane[start + i * step] ?? 0;
  let sum = 0;
  for (let i = 0; i < Math.min(radius, count); i++) sum += copy[i] ?? 0;
  for (let i = 0; i < count; i++) {
    if (i + radius < count) sum += copy[i + radius] ?? 0;
    plane[start + i * step] = sum;
    if (i >= radius) sum -= copy[i - radius] ?? 0;
  }
}

/** Sums down the columns, a whole row at a time because memory is laid out in rows. */
function sumColumns(plane: Float32Array, widthPx: number, heightPx: number, radius: number): void {
  const source = plane.slice();
  const sums = new Float64Array(widthPx);
  const add = (row: number, sign: number): void => {
    for (let x = 0, at = row * widthPx; x < widthPx; x++, at++) sums[x] = (sums[x] ?? 0) + sign * (source[at] ?? 0);
  };
  for (let row = 0; row < Math.min(radius, heightPx); row++) add(row, 1);
  for (let row = 0; row < heightPx; row++) {
    if (row + radius < heightPx) add(row + radius, 1);
    plane.set(sums, row * widthPx);
    if (row >= radius) add(row - radius, -1);
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
 * `perCell` in each square of `cellPx` and none weaker than `floor`.
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
  return [...cells.values()].flatMap((cell) =>
    cell.sort((one, other) => other.strength - one.strength).slice(0, options.perCell),
  );
}

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
