import type { Kernel, Plane } from './kernel/kernel.ts';
import type { LetterFinding } from './letters.ts';
import type { TurnDeg } from './placement.ts';
import { findSkew } from './skew.ts';

/** Rules tell nothing of the direction of writing: a table has as many upright ones as level ones. */
const RULES = { threshold: 200, minLengthPx: 40, maxThicknessPx: 6 } as const;
/** The sharper direction must win by this factor before a page is taken to lie on its side. */
const SIDEWAYS_FACTOR = 1.25;
/** Pairs of letters at which the vote counts half. */
const PAIRS_FOR_HALF = 12;

/** A decision with how sure it is: 0 where the picture gives no hint, towards 1 where it is plain. */
export interface Sideways {
  readonly sideways: boolean;
  readonly confidence: number;
}

/**
 * Decides whether a page lies on its side. Lines of text show as sharp changes from row to row; along the other
 * direction they average out. `small` is the page on white, about 1000 pixels on its longer side.
 */
export function findSideways(kernel: Kernel, small: Plane): Sideways {
  return kernel.scope(() => {
    const text = kernel.removeRules(small, kernel.make(small.widthPx, small.heightPx), RULES);
    const level = findSkew(kernel, text).sharpness;
    const upright = findSkew(kernel, kernel.turn(text, 1)).sharpness;
    const ratio = level > 0 && upright > 0 ? upright / level : 1;
    return { sideways: ratio > SIDEWAYS_FACTOR, confidence: Math.min(1, Math.abs(Math.log(ratio))) };
  });
}

/** Completes the decision with the letters of the page after it was laid level: they stand or hang on their lines. */
export function decideTurn(
  { sideways, confidence }: Sideways,
  letters: LetterFinding,
): { turnDeg: TurnDeg; confidence: number } {
  const { uprightPairs, invertedPairs } = letters;
  const upright = uprightPairs >= invertedPairs;
  const turnDeg = sideways ? (upright ? 90 : 270) : upright ? 0 : 180;
  const votes = uprightPairs + invertedPairs;
  const vote = votes === 0 ? 0 : (Math.abs(uprightPairs - invertedPairs) / votes) * (votes / (votes + PAIRS_FOR_HALF));
  return { turnDeg, confidence: Math.min(confidence, vote) };
}
