import { sharedKernel } from '../../prepare/kernel/shared.ts';
import type { Component } from '../ink/components.ts';
import { maskOfPiece } from './piece-mask.ts';

/** How many areas of paper of at least `leastPx` a piece of ink encloses; worn copies have smaller ones in every letter. */
export function countHoles(piece: Component, widthPx: number, leastPx: number): number {
  const mask = maskOfPiece(piece, widthPx);
  const paper = { ...mask, data: mask.data.map((ink) => 1 - ink) };
  const kernel = sharedKernel();
  const areas = kernel.scope(() => kernel.pieces(kernel.load(paper)));
  return areas.filter(({ box: [x0, y0, x1, y1], pixels }) => {
    const isEnclosed = x0 > 0 && y0 > 0 && x1 < mask.widthPx && y1 < mask.heightPx;
    return isEnclosed && pixels.length >= leastPx;
  }).length;
}
