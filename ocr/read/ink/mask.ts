import type { Box } from '../../model/geometry.ts';

/** A picture of two values: 1 where there is ink. Rows from the top, one byte a pixel. */
export interface InkMask {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

export function emptyMask(widthPx: number, heightPx: number): InkMask {
  return { data: new Uint8Array(widthPx * heightPx), widthPx, heightPx };
}

/** The smallest box around the ink inside `within` (the whole mask when absent), or null when there is none. */
export function inkBox({ data, widthPx, heightPx }: InkMask, within: Box = [0, 0, widthPx, heightPx]): Box | null {
  const [left, top, right, bottom] = within;
  let [x0, y0, x1, y1] = [right, bottom, left, top];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (data[y * widthPx + x] !== 1) continue;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      y1 = y + 1;
    }
  }
  return x1 > x0 && y1 > y0 ? [x0, y0, x1, y1] : null;
}
