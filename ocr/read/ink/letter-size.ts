import type { Component } from './components.ts';
import { leastLetterMm } from './has-writing.ts';

/** No letter that fits into a field is larger. */
const mostLetterMm = 6;
/** Punched holes, and the edges of a scan, are black all over and larger than any stroke. */
const blot = { leastMm: 3, share: 0.7 } as const;

/** Whether a piece of ink is as high as a letter, and no blot. Hyphens, dots and commas are not. */
export function isLetterSized(piece: Component, pxPerMm: number): boolean {
  const heightPx = piece.box[3] - piece.box[1];
  return heightPx >= leastLetterMm * pxPerMm && heightPx <= mostLetterMm * pxPerMm && !isBlot(piece, pxPerMm);
}

/** Whether a piece is black all over, and larger than any stroke. */
export function isBlot({ box: [x0, y0, x1, y1], pixels }: Component, pxPerMm: number): boolean {
  const isLarge = Math.min(x1 - x0, y1 - y0) >= blot.leastMm * pxPerMm;
  return isLarge && pixels.length >= blot.share * (x1 - x0) * (y1 - y0);
}
