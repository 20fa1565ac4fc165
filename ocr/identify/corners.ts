import type { GreyImage } from '../model/page.ts';
import { sharedKernel } from '../prepare/kernel/shared.ts';

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
  const kernel = sharedKernel();
  return { strength: kernel.scope(() => kernel.cornerStrengths(kernel.load(image), radius)), widthPx, heightPx };
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
  const { strength: strengths, widthPx, heightPx } = map;
  const { marginPx, cellPx, floor } = options;
  const columns = Math.ceil(widthPx / cellPx);
  const cells = new Map<number, Corner[]>();
  for (let y = marginPx; y < heightPx - marginPx; y++) {
    for (let x = marginPx; x < widthPx - marginPx; x++) {
      const strength = strengths[y * widthPx + x] ?? 0;
      if (strength < floor || !isPeak(map, x, y, strength)) continue;
      const cell = Math.floor(y / cellPx) * columns + Math.floor(x / cellPx);
      const found = cells.get(cell);
      if (found) found.push({ x, y, strength });
      else cells.set(cell, [{ x, y, strength }]);
    }
  }
  const best = [...cells.values()].flatMap((cell) =>
    cell.sort((one, other) => other.strength - one.strength).slice(0, options.perCell),
  );
  const ordered = Float64Array.from(best, ({ strength }) => strength).sort();
  const least = weakShare * (ordered[Math.floor(ordered.length * 0.9)] ?? 0);
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
