import type { Emission } from '../ctc/best-path.ts';
import { type LineInput, lineHeightPx } from './input.ts';

/*
 * A full stop is a few pixels of a line that is 32 high, and networks that learnt to pass over dust pass over it as well. All in
 * pixels of the network's input, where a capital is 22 high.
 */
const stop = { leastPx: 3, mostPx: 5, mostGapPx: 20 } as const;
/** It is about as high as wide. */
const mostOblongPx = 1;
/** It stands on the foot of what is written before it, give or take this. */
const footPx = 3;
/** The foot is looked for in so much of the writing before the gap. */
const footWithinPx = 14;
/** Columns and rows with less ink than this are paper. */
const inkShare = 0.35;
/** A stop is as dark as letters are. */
const leastDarkness = 0.6;

/** Entries of few words have none: what stands behind them is dust. */
const fewestBlanks = 3;
/** How sure the network would be of one that it did not pass over. */
const sureness = 0.95;

export interface ReadInput {
  readonly input: LineInput;
  /** A text for each class. */
  readonly spelling: readonly string[];
  /** How wide each frame is in the input. */
  readonly framePx: number;
}

/** What the network told of a line, and the full stop of a sentence that it passed over. */
export function withFinalStop(
  emissions: readonly Emission[],
  { input, spelling, framePx }: ReadInput,
): readonly Emission[] {
  const text = emissions.map((emission) => spelling[emission.class]).join('');
  const isSentence = text.split(' ').length > fewestBlanks && /\p{L}$/u.test(text);
  const found = isSentence ? findFinalStop(input, emissions, framePx) : null;
  if (found === null) return emissions;
  const frames = { firstFrame: found.leftPx / framePx, endFrame: found.endPx / framePx };
  return [...emissions, { class: spelling.indexOf('.'), probability: sureness, ...frames }];
}

/** Ink of the input between white columns, from the first to behind the last, and the rows that it takes. */
interface Piece {
  readonly leftPx: number;
  readonly endPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
  readonly darkest: number;
}

/**
 * Where behind the last letter of a line stands what can only be its full stop, in pixels of the input: as small, as dark, on the
 * foot of the writing, near its end. Null where nothing does, or the network told of it.
 */
function findFinalStop(input: LineInput, emissions: readonly Emission[], framePx: number): Piece | null {
  const last = emissions.at(-1);
  const found = lastPiece(input);
  if (last === undefined || found === null) return null;
  const before = pieceBefore(input, found.leftPx);
  if (before === null) return null;
  const middleOfLastPx = ((last.firstFrame + last.endFrame) / 2) * framePx;
  const isTold = middleOfLastPx >= before.endPx;
  const widthPx = found.endPx - found.leftPx;
  const heightPx = found.bottomPx - found.topPx;
  const isSmall = Math.min(widthPx, heightPx) >= stop.leastPx && Math.max(widthPx, heightPx) <= stop.mostPx;
  const isRound = Math.abs(widthPx - heightPx) <= mostOblongPx;
  const isNear = found.leftPx - before.endPx <= stop.mostGapPx;
  const isOnFoot = Math.abs(found.bottomPx - before.bottomPx) <= footPx;
  const isDark = found.darkest >= leastDarkness * before.darkest;
  return !isTold && isSmall && isRound && isNear && isOnFoot && isDark ? found : null;
}

function lastPiece(input: LineInput): Piece | null {
  const endPx = lastColumn(input, widthOf(input), true);
  if (endPx === null) return null;
  const white = lastColumn(input, endPx, false);
  return white === null ? null : measure(input, white, endPx);
}

/** The end of the writing that lies before a column, as far as its foot shows. */
function pieceBefore(input: LineInput, leftPx: number): Piece | null {
  const endPx = lastColumn(input, leftPx, true);
  return endPx === null ? null : measure(input, Math.max(0, endPx - footWithinPx), endPx);
}

/** Behind the last column before `endPx` that has ink, or that has none; null where there is no such column. */
function lastColumn(input: LineInput, endPx: number, withInk: boolean): number | null {
  for (let x = endPx - 1; x >= 0; x -= 1) if (hasInk(input, x) === withInk) return x + 1;
  return null;
}

function hasInk(input: LineInput, x: number): boolean {
  for (let y = 0; y < lineHeightPx; y += 1) if (inkAt(input, x, y) >= inkShare) return true;
  return false;
}

function measure(input: LineInput, leftPx: number, endPx: number): Piece {
  let [topPx, bottomPx, darkest] = [lineHeightPx, 0, 0];
  for (let y = 0; y < lineHeightPx; y += 1) {
    for (let x = leftPx; x < endPx; x += 1) {
      const ink = inkAt(input, x, y);
      darkest = Math.max(darkest, ink);
      if (ink < inkShare) continue;
      topPx = Math.min(topPx, y);
      bottomPx = y + 1;
    }
  }
  return { leftPx, endPx, topPx, bottomPx, darkest };
}

function widthOf({ shape }: LineInput): number {
  return shape[3] ?? 0;
}

function inkAt(input: LineInput, x: number, y: number): number {
  return input.data[y * widthOf(input) + x] ?? 0;
}
