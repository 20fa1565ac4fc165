import { sharedKernel } from '../../prepare/kernel/shared.ts';
import type { Component } from '../ink/components.ts';
import { maskOfPiece } from './piece-mask.ts';

/** Whether a piece of ink encloses so many areas of paper of at least `leastPx`; worn copies have smaller ones in every letter. */
export function encloses(piece: Component, widthPx: number, least: number, leastPx: number): boolean {
  return mostHoles(piece, widthPx) >= least && countHoles(piece, widthPx, leastPx) >= least;
}

/** As `encloses`, counted. */
function countHoles(piece: Component, widthPx: number, leastPx: number): number {
  const mask = maskOfPiece(piece, widthPx);
  const paper = { ...mask, data: mask.data.map((ink) => 1 - ink) };
  const kernel = sharedKernel();
  const areas = kernel.scope(() => kernel.pieces(kernel.load(paper)));
  return areas.filter(({ box: [x0, y0, x1, y1], pixels }) => {
    const isEnclosed = x0 > 0 && y0 > 0 && x1 < mask.widthPx && y1 < mask.heightPx;
    return isEnclosed && pixels.length >= leastPx;
  }).length;
}

/** One buffer serves all pieces of ink: pages have hundreds. */
let buffer = new Uint8Array(0);

/**
 * How many areas of paper a piece encloses at most, of any size and parted by corners alone: one less its Euler number, which the
 * squares of two by two pixels tell that hold one, three, or two opposite pixels of ink (Gray 1971).
 */
function mostHoles({ box, pixels }: Component, widthPx: number): number {
  const stride = box[2] - box[0] + 2;
  const length = stride * (box[3] - box[1] + 2);
  if (buffer.length < length) buffer = new Uint8Array(2 * length);
  const ink = buffer.subarray(0, length).fill(0);
  // With a rim of paper all round.
  const origin = stride + 1 - box[1] * stride - box[0];
  for (let index = 0; index < pixels.length; index += 1) {
    const at = pixels[index] ?? 0;
    ink[Math.floor(at / widthPx) * stride + (at % widthPx) + origin] = 1;
  }
  let quarters = 0;
  for (let at = 0; at < length - stride - 1; at += 1) {
    const left = (ink[at] ?? 0) + (ink[at + stride] ?? 0);
    const right = (ink[at + 1] ?? 0) + (ink[at + stride + 1] ?? 0);
    const count = left + right;
    if (count === 1) quarters += 1;
    else if (count === 3) quarters -= 1;
    else if (count === 2 && left === 1 && ink[at] === ink[at + stride + 1]) quarters -= 2;
  }
  return 1 - quarters / 4;
}
