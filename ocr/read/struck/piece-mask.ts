import type { Component } from '../ink/components.ts';
import { emptyMask, type InkMask } from '../ink/mask.ts';

/** One piece of ink by itself, in its box. `widthPx` is that of the picture it was found in. */
export function maskOfPiece({ box: [x0, y0, x1, y1], pixels }: Component, widthPx: number): InkMask {
  const mask = emptyMask(x1 - x0, y1 - y0);
  for (let index = 0; index < pixels.length; index += 1) {
    const at = pixels[index] ?? 0;
    const x = at % widthPx;
    mask.data[((at - x) / widthPx - y0) * mask.widthPx + x - x0] = 1;
  }
  return mask;
}
