import type { Component } from '../ink/components.ts';

/** Steps of the chamfer distance, straight and aslant, in thirds of a pixel. */
const straight = 3;
const aslant = 4;

/**
 * How wide the widest place of a piece of ink is, in pixels: twice the distance from there to the nearest paper (chamfer distance 3-4,
 * Borgefors 1986). A letter is as wide as its pen; where one is written over another, or scribbled out, ink runs together.
 */
export function greatestWidth(piece: Component, widthPx: number): number {
  const { box, pixels } = piece;
  const stride = box[2] - box[0] + 2;
  // With a rim of paper all round.
  const distance = new Uint16Array(stride * (box[3] - box[1] + 2));
  const places = pixels
    .map((at) => (Math.floor(at / widthPx) - box[1] + 1) * stride + (at % widthPx) - box[0] + 1)
    .sort();
  for (let index = 0; index < places.length; index += 1) {
    const at = places[index] ?? 0;
    distance[at] = fromBehind(distance, at, -stride, -1);
  }
  let widest = 0;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const at = places[index] ?? 0;
    const own = Math.min(distance[at] ?? 0, fromBehind(distance, at, stride, 1));
    distance[at] = own;
    if (own > widest) widest = own;
  }
  return (2 * widest) / straight;
}

/** One step from the nearest of four neighbours: in the row before, by `row`, and the one before in the same row, by `column`. */
function fromBehind(distance: Uint16Array, at: number, row: number, column: number): number {
  const across = (distance[at + column] ?? 0) + straight;
  const along = (distance[at + row] ?? 0) + straight;
  const one = (distance[at + row + column] ?? 0) + aslant;
  const other = (distance[at + row - column] ?? 0) + aslant;
  return Math.min(across, along, one, other);
}
