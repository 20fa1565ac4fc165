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

/** Where the ink of a column is no higher than this, the line alone is there. */
const lineAloneMm = 0.75;

/** A line through a piece of ink. */
export interface StrikeLine {
  readonly lengthMm: number;
  /** How far down the piece its middle lies, 0 to 1. */
  readonly depth: number;
  /** Share of it along which no stroke of a letter crosses it, 0 to 1. */
  readonly aloneShare: number;
}

/** The longest line through a piece of ink that has ink of it on both sides, as of a word that is struck out; null without. */
export function lineThroughPiece(piece: Component, widthPx: number, pxPerMm: number): StrikeLine | null {
  const mask = maskOfPiece(piece, widthPx);
  const run = slopes
    .map((slope) => longestRun(mask, slope))
    .reduce((best, other) => (lengthOf(other) > lengthOf(best) ? other : best));
  if (!hasInkOnBothSides(mask, run, besideMm * pxPerMm)) return null;
  return {
    lengthMm: lengthOf(run) / pxPerMm,
    depth: rowAt(mask, run.slope, run.row, (run.from + run.to) / 2) / mask.heightPx,
    aloneShare: shareAlone(mask, run, lineAloneMm * pxPerMm),
  };
}

function shareAlone(mask: InkMask, run: LevelRun, thickestPx: number): number {
  let alone = 0;
  for (let x = run.from; x < run.to; x += 1) {
    if (inkHeight(mask, x, rowAt(mask, run.slope, run.row, x)) <= thickestPx) alone += 1;
  }
  return alone / Math.max(1, lengthOf(run));
}

/** How high the ink reaches without a gap in column `x` around row `y` or the next to it. */
function inkHeight({ data, widthPx, heightPx }: InkMask, x: number, y: number): number {
  const isInk = (row: number) => row >= 0 && row < heightPx && data[row * widthPx + x] === 1;
  const start = [y, y - 1, y + 1].find(isInk) ?? y;
  let [top, bottom] = [start, start];
  while (isInk(top - 1)) top -= 1;
  while (isInk(bottom + 1)) bottom += 1;
  return bottom + 1 - top;
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
