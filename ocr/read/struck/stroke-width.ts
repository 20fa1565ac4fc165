import type { Component } from '../ink/components.ts';

/** Steps of the chamfer distance, straight and aslant, in thirds of a pixel. */
const straight = 3;
const aslant = 4;

/**
 * How wide the widest place of a piece of ink is, in pixels: twice the distance from there to the nearest paper (chamfer distance 3-4,
 * Borgefors 1986). A letter is as wide as its pen; where one is written over another, or scribbled out, ink runs together.
 */
export function greatestWidth({ box, pixels }: Component, widthPx: number): number {
  const stride = box[2] - box[0] + 2;
  const distance = emptyDistances(stride * (box[3] - box[1] + 2));
  // With a rim of paper all round.
  const origin = stride + 1 - box[1] * stride - box[0];
  const placeOf = (at: number) => Math.floor(at / widthPx) * stride + (at % widthPx) + origin;
  for (let index = 0; index < pixels.length; index += 1) {
    const at = placeOf(pixels[index] ?? 0);
    distance[at] = fromBehind(distance, at, -stride, -1);
  }
  let widest = 0;
  for (let index = pixels.length - 1; index >= 0; index -= 1) {
    const at = placeOf(pixels[index] ?? 0);
    const own = Math.min(distance[at] ?? 0, fromBehind(distance, at, stride, 1));
    distance[at] = own;
    if (own > widest) widest = own;
  }
  return (2 * widest) / straight;
}

/** One buffer serves all pieces of ink: pages have hundreds. */
let buffer = new Uint16Array(0);

function emptyDistances(length: number): Uint16Array {
  if (buffer.length < length) buffer = new Uint16Array(2 * length);
  return buffer.subarray(0, length).fill(0);
}

/** One step from the nearest of four neighbours: in the row before, by `row`, and the one before in the same row, by `column`. */
function fromBehind(distance: Uint16Array, at: number, row: number, column: number): number {
  const across = (distance[at + column] ?? 0) + straight;
  const along = (distance[at + row] ?? 0) + straight;
  const one = (distance[at + row + column] ?? 0) + aslant;
  const other = (distance[at + row - column] ?? 0) + aslant;
  return Math.min(across, along, one, other);
}
