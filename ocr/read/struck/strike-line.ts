import type { Component } from '../ink/components.ts';
import type { InkMask } from '../ink/mask.ts';
import { maskOfPiece } from './piece-mask.ts';

/** How far from level a line through a word is drawn, as the tangents of its angle that are tried. */
const slopes = Array.from({ length: 13 }, (_, index) => (index - 6) * 0.05);
/** Letters that are struck out stand above and below the line, farther from it than it is thick, along so much of it. */
const besideMm = 0.35;
const leastBeside = 0.3;

/** A run of ink along a sheared row: columns `from` to `to` of a mask, the last not included. */
interface LevelRun {
  readonly slope: number;
  /** Row in the middle column of the mask. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/**
 * How long the longest line is that runs through a piece of ink, in millimetres, where ink of it lies on both sides, as of a
 * word that is struck out; else 0.
 */
export function lineThroughPiece(piece: Component, widthPx: number, pxPerMm: number): number {
  const mask = maskOfPiece(piece, widthPx);
  const run = slopes
    .map((slope) => longestRun(mask, slope))
    .reduce((best, other) => (lengthOf(other) > lengthOf(best) ? other : best));
  return hasInkOnBothSides(mask, run, besideMm * pxPerMm) ? lengthOf(run) / pxPerMm : 0;
}

function lengthOf({ from, to }: LevelRun): number {
  return to - from;
}

function longestRun(mask: InkMask, slope: number): LevelRun {
  const { widthPx, heightPx } = mask;
  const rise = Math.ceil((Math.abs(slope) * widthPx) / 2);
  let best: LevelRun = { slope, row: 0, from: 0, to: 0 };
  for (let row = -rise; row < heightPx + rise; row += 1) {
    let from = 0;
    for (let x = 0; x <= widthPx; x += 1) {
      if (x < widthPx && isInkNear(mask, x, rowAt(mask, slope, row, x))) continue;
      if (x - from > lengthOf(best)) best = { slope, row, from, to: x };
      from = x + 1;
    }
  }
  return best;
}

function rowAt({ widthPx }: InkMask, slope: number, row: number, x: number): number {
  return row + Math.round(slope * (x - widthPx / 2));
}

/** Hands bend their lines a little: the next rows count, too. */
function isInkNear({ data, widthPx, heightPx }: InkMask, x: number, y: number): boolean {
  for (let near = Math.max(0, y - 1); near <= Math.min(heightPx - 1, y + 1); near += 1) {
    if (data[near * widthPx + x] === 1) return true;
  }
  return false;
}

function hasInkOnBothSides(mask: InkMask, run: LevelRun, besidePx: number): boolean {
  let [above, below] = [0, 0];
  for (let x = run.from; x < run.to; x += 1) {
    const y = rowAt(mask, run.slope, run.row, x);
    if (hasInk(mask, x, 0, Math.floor(y - besidePx))) above += 1;
    if (hasInk(mask, x, Math.ceil(y + besidePx) + 1, mask.heightPx)) below += 1;
  }
  return Math.min(above, below) >= leastBeside * lengthOf(run);
}

/** Whether column `x` has ink in rows `from` to `to`, the last not included. */
function hasInk({ data, widthPx }: InkMask, x: number, from: number, to: number): boolean {
  for (let y = from; y < to; y += 1) if (data[y * widthPx + x] === 1) return true;
  return false;
}
