import type { StrikeLine } from './strike-line.ts';
import type { PieceTrace } from './traces.ts';

/** Of fewer pieces nothing can be told of a pen. */
const fewPieces = 12;
/** A pen is as thick as the thickest letters but a tenth; in cells everybody writes larger, and thicker, than on lines. */
const penShare = 0.9;
/** Lower than this are points and hyphens; wider, letters that touch. */
const leastLetterMm = 1.4;
const widestLetterMm = 6;
/**
 * Thicker than so many pens ink has run together. Without corrections it had in 2 of 2,302 lines and rows of cells by
 * machines and in none of 248 rows of cells by hand; lines by hand, whose letters touch, are never accepted.
 */
const thick = { onLines: { byMachine: 1.38, byHand: 1.95 }, inCells: { byMachine: 1.38, byHand: 1.52 } } as const;
/** In the corners of these letters strokes run together anyway, by so much more, and they are wide. */
const thickLetters = 'MNWQmw@&';
const thickerCorners = 1.3;
/** Lines through letters of a machine are shorter, in millimetres; hands join letters: theirs are, in heights of the piece. */
const longestLineMm = { onLines: 4.7, inCells: 3.4 } as const;
const lineOfHand = { onLines: 3.5, inCells: 1.5 } as const;

/**
 * A line that strikes letters out lies in the middle of them, this share of their height off it at most, runs through so much of their
 * width, and so much of it alone. Of 8 words of samples that were struck out, and read nevertheless, 7 have such a line; of 18 pieces of
 * real typewriting whose letters touch none has.
 */
const drawn = { farthestOff: 0.17, leastSpan: 0.8, leastAlone: 0.22 } as const;

/** So wide, in heights, no other letter of a machine is (1.28 at most in 278 rows of cells): it hangs on a stroke through its cell. */
const widestInCell = 1.4;

/** No letter of a machine encloses so many areas of paper, but for the @ with its four to six. */
const knot = { leastHoles: 3, widestMm: 3.6 } as const;

/** Who wrote on the lines of a page, or into its cells. */
export interface Writer {
  readonly isMachineMade: boolean;
  readonly inCells: boolean;
  /** How thick the strokes of the letters are, in millimetres; null where there are too few. */
  readonly penMm: number | null;
}

/** The pen that letters were written with. */
export function penOf(traces: readonly PieceTrace[]): number | null {
  const strokes = traces
    .filter(({ widthMm, heightMm }) => widthMm <= widestLetterMm && heightMm >= leastLetterMm)
    .map(({ strokeMm }) => strokeMm)
    .sort((one, other) => one - other);
  return strokes.length < fewPieces ? null : (strokes[Math.floor(penShare * strokes.length)] ?? null);
}

/**
 * Whether a line runs through a piece that is longer than letters have. Where the text was read, it must be one that somebody drew:
 * letters that touch have lines along their feet and heads.
 */
export function isStruckOut(
  { widthMm, heightMm, line }: PieceTrace,
  { isMachineMade, inCells }: Writer,
  isRead: boolean,
): boolean {
  const place = inCells ? 'inCells' : 'onLines';
  const leastMm = Math.max(longestLineMm[place], isMachineMade ? 0 : lineOfHand[place] * heightMm);
  const through = widthMm >= leastMm ? line() : null;
  return through !== null && through.lengthMm >= leastMm && (!isRead || isDrawn(through, widthMm));
}

function isDrawn({ lengthMm, depth, aloneShare }: StrikeLine, widthMm: number): boolean {
  const isAcross = lengthMm >= drawn.leastSpan * widthMm && Math.abs(depth - 0.5) <= drawn.farthestOff;
  return isAcross && aloneShare >= drawn.leastAlone;
}

/**
 * Whether ink runs together in a piece as where a letter is written over another, or scribbled out, or it reaches beyond its
 * cell. `letters` tells what was read of it.
 */
export function isWrittenOver(
  trace: PieceTrace,
  { isMachineMade, inCells, penMm }: Writer,
  letters: () => string,
): boolean {
  const { strokeMm, widthMm, heightMm } = trace;
  if (penMm === null || heightMm < leastLetterMm) return false;
  const usual = thick[inCells ? 'inCells' : 'onLines'][isMachineMade ? 'byMachine' : 'byHand'];
  const isWide = isMachineMade && inCells && widthMm >= widestInCell * heightMm;
  if (strokeMm < usual * penMm && !isWide) return false;
  const isThickLetter = [...letters()].some((letter) => thickLetters.includes(letter));
  return !isThickLetter || strokeMm >= thickerCorners * usual * penMm;
}

/** Whether a machine's letter is as tangled as one struck over another; not to be asked of texts with an @. */
export function isTangled({ widthMm, heightMm, encloses }: PieceTrace, { isMachineMade }: Writer): boolean {
  return isMachineMade && heightMm >= leastLetterMm && widthMm <= knot.widestMm && encloses(knot.leastHoles);
}
