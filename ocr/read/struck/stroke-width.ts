import type { Component } from '../ink/components.ts';
import { maskOfPiece } from './piece-mask.ts';

/** Steps of the chamfer distance, straight and aslant, in thirds of a pixel. */
const straight = 3;
const aslant = 4;

/**
 * How wide the widest place of a piece of ink is, in pixels: twice the distance from there to the nearest paper (chamfer distance 3-4,
 * Borgefors 1986). A letter is as wide as its pen; where one is written over another, or scribbled out, ink runs together.
 */
export function greatestWidth(piece: Component, widthPx: number): number {
  const mask = maskOfPiece(piece, widthPx);
  const stride = mask.widthPx + 2;
  // With a rim of paper all round.
  const distance = new Uint16Array(stride * (mask.heightPx + 2));
  const places: number[] = [];
  for (let at = 0; at < mask.data.length; at += 1) {
    if (mask.data[at] === 1) places.push(Math.floor(at / mask.widthPx + 1) * stride + (at % mask.widthPx) + 1);
  }
  let widest = 0;
  const near = (at: number, behind: -1 | 1) =>
    Math.min(
      (distance[at + behind] ?? 0) + straight,
      (distance[at + behind * stride] ?? 0) + straight,
      (distance[at + behind * (stride + 1)] ?? 0) + aslant,
      (distance[at + behind * (stride - 1)] ?? 0) + aslant,
    );
  for (const at of places) distance[at] = near(at, -1);
  for (const at of places.reverse()) {
    const own = Math.min(distance[at] ?? 0, near(at, 1));
    distance[at] = own;
    widest = Math.max(widest, own);
  }
  return (2 * widest) / straight;
}
