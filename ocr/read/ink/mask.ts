import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';

/** A picture of two values: 1 where there is ink. Rows from the top, one byte a pixel. */
export interface InkMask {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

export function emptyMask(widthPx: number, heightPx: number): InkMask {
  return { data: new Uint8Array(widthPx * heightPx), widthPx, heightPx };
}

/** Marks every pixel darker than `level`. */
export function darkerThan({ data, widthPx, heightPx }: GreyImage, level: number): InkMask {
  const mask = emptyMask(widthPx, heightPx);
  for (let i = 0; i < data.length; i += 1) mask.data[i] = (data[i] ?? 255) < level ? 1 : 0;
  return mask;
}

/** Grows the ink by a square of `radiusPx` on every side. */
export function dilate(mask: InkMask, radiusPx: number): InkMask {
  if (radiusPx <= 0) return mask;
  const { widthPx, heightPx } = mask;
  const across = emptyMask(widthPx, heightPx);
  for (let y = 0; y < heightPx; y += 1) spread(mask.data, across.data, y * widthPx, 1, widthPx, radiusPx);
  const both = emptyMask(widthPx, heightPx);
  for (let x = 0; x < widthPx; x += 1) spread(across.data, both.data, x, widthPx, heightPx, radiusPx);
  return both;
}

/** Spreads ink along one row or column: forwards from each ink pixel, then backwards. */
function spread(from: Uint8Array, to: Uint8Array, start: number, step: number, count: number, radiusPx: number): void {
  let reach = -1;
  for (let i = 0, at = start; i < count; i += 1, at += step) {
    if (from[at] === 1) reach = i + radiusPx;
    if (i <= reach) to[at] = 1;
  }
  reach = count;
  for (let i = count - 1, at = start + (count - 1) * step; i >= 0; i -= 1, at -= step) {
    if (from[at] === 1) reach = i - radiusPx;
    if (i >= reach) to[at] = 1;
  }
}

export function countInk(mask: InkMask): number {
  let count = 0;
  for (const value of mask.data) count += value;
  return count;
}

/** The smallest box around the ink inside `within` (the whole mask when absent), or null when there is none. */
export function inkBox(mask: InkMask, within: Box = [0, 0, mask.widthPx, mask.heightPx]): Box | null {
  const [left, top, right, bottom] = within;
  let [x0, y0, x1, y1] = [right, bottom, left, top];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (mask.data[y * mask.widthPx + x] !== 1) continue;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      y1 = y + 1;
    }
  }
  return x1 > x0 && y1 > y0 ? [x0, y0, x1, y1] : null;
}
