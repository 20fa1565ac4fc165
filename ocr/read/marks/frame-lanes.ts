import type { Box } from '../../model/geometry.ts';
import type { InkMask } from '../ink/mask.ts';

/** How much ink lies before each place of a row or column: one number more than it has pixels. */
export type LaneSums = Int32Array;

export function rowSums({ data, widthPx }: InkMask, y: number): LaneSums {
  return sumsOf(data, y * widthPx, 1, widthPx);
}

export function columnSums({ data, widthPx, heightPx }: InkMask, x: number): LaneSums {
  return sumsOf(data, x, widthPx, heightPx);
}

function sumsOf(data: Uint8Array, start: number, step: number, count: number): LaneSums {
  const before = new Int32Array(count + 1);
  let sum = 0;
  for (let place = 0; place < count; place += 1) {
    sum += data[start + place * step] ?? 0;
    before[place + 1] = sum;
  }
  return before;
}

/** Where along two lanes both have ink for at least `leastPx` of the next `lengthPx`. */
export function placesOfSides(one: LaneSums, other: LaneSums, lengthPx: number, leastPx: number): number[] {
  const places: number[] = [];
  for (let at = 0; at + lengthPx < one.length; at += 1) {
    const end = at + lengthPx;
    if ((one[end] ?? 0) - (one[at] ?? 0) < leastPx) continue;
    if ((other[end] ?? 0) - (other[at] ?? 0) >= leastPx) places.push(at);
  }
  return places;
}

/** The share of each side of a frame, a pixel thick, that lies on ink: left, right, top, foot. The frame lies within the mask. */
export function sideShares({ data, widthPx }: InkMask, [x0, y0, x1, y1]: Box): [number, number, number, number] {
  const count = (x: number, y: number, step: number, pixels: number) => {
    let sum = 0;
    for (let at = y * widthPx + x, left = pixels; left > 0; at += step, left -= 1) sum += data[at] ?? 0;
    return sum / pixels;
  };
  const [acrossPx, downPx] = [x1 - x0, y1 - y0];
  return [
    count(x0, y0, widthPx, downPx),
    count(x1 - 1, y0, widthPx, downPx),
    count(x0, y0, 1, acrossPx),
    count(x0, y1 - 1, 1, acrossPx),
  ];
}
