import type { Component, Kernel, Plane } from './kernel/kernel.ts';
import { findLetters, type LetterFinding } from './letters.ts';
import type { TurnDeg } from './placement.ts';
import { findSkew } from './skew.ts';

/** Rules tell nothing of the direction of writing: a table has as many upright ones as level ones. */
const RULES = { threshold: 200, minLengthPx: 40, maxThicknessPx: 6 } as const;
const INK_THRESHOLD = 150;
/** Added to counts of pairs, so that a handful of them decides nothing. */
const FEW_PAIRS = 10;
/** Evidence, as the logarithm of a ratio, that must speak for a page on its side before it is turned. */
const LEAST_EVIDENCE = 0.25;
const FULL_EVIDENCE = 1.5;
/** Evidence of the pairs alone that leaves nothing to ask: the sharpness of rows takes a third of all preparation. */
const PLAIN_PAIRS = 2;
/** Hints at which the letters' vote counts half. */
const HINTS_FOR_HALF = 12;

/** How a page lies, and what its letters tell once its lines run across. */
export interface Lie {
  readonly turnDeg: TurnDeg;
  /** 0 where the picture gives no hint, towards 1 where it is plain. */
  readonly confidence: number;
  readonly skewDeg: number;
  readonly letters: LetterFinding;
}

/**
 * Finds how a page lies.
 *
 * @param small the page on white without its dark areas, about 1000 pixels on its longer side
 * @param fine the page at a size where letters are 8 pixels high or more
 * @param givenTurnDeg the turn, where it is known
 */
export function findLie(kernel: Kernel, small: Plane, fine: Plane, givenTurnDeg: TurnDeg | undefined): Lie {
  return kernel.scope(() => {
    const components = kernel.components(fine, INK_THRESHOLD) ?? [];
    const lettersAt = (sideways: boolean, skewDeg: number): LetterFinding => {
      const turned = sideways ? components.map((component) => quarterTurn(component, fine.heightPx)) : components;
      return findLetters(turned, Math.tan((skewDeg * Math.PI) / 180));
    };
    const view = (sideways: boolean): DirectionView => {
      const { skewDeg } = findSkew(kernel, sideways ? kernel.turn(small, 1) : small);
      return { skewDeg, letters: lettersAt(sideways, skewDeg) };
    };
    if (givenTurnDeg !== undefined) return { turnDeg: givenTurnDeg, confidence: 1, ...view(givenTurnDeg % 180 === 90) };
    const level = view(false);
    // The paper is turned by the same angle in both directions: that of its lines is searched for once where it leaves no doubt.
    const across = lettersAt(true, level.skewDeg);
    if (pairsEvidence(across, level.letters) <= -PLAIN_PAIRS) return levelLie(level);
    const upright = view(true);
    const pairs = pairsEvidence(upright.letters, level.letters);
    const evidence = Math.abs(pairs) >= PLAIN_PAIRS ? pairs : pairs + sharpnessEvidence(kernel, small);
    const sideways = evidence > LEAST_EVIDENCE;
    const chosen = sideways ? upright : level;
    const { inverted, confidence } = vote(chosen.letters);
    const turnDeg = sideways ? (inverted ? 270 : 90) : inverted ? 180 : 0;
    return { turnDeg, confidence: Math.min(1, Math.abs(evidence) / FULL_EVIDENCE, confidence), ...chosen };
  });
}

/** The lie of a page whose lines plainly run across. */
function levelLie(level: DirectionView): Lie {
  const { inverted, confidence } = vote(level.letters);
  return { turnDeg: inverted ? 180 : 0, confidence, ...level };
}

/** How much letters stand beside each other along the page rather than across. Positive where it lies on its side. */
function pairsEvidence(upright: LetterFinding, level: LetterFinding): number {
  return Math.log((upright.closePairs + FEW_PAIRS) / (level.closePairs + FEW_PAIRS));
}

interface DirectionView {
  readonly skewDeg: number;
  readonly letters: LetterFinding;
}

/**
 * Compares the two directions of a page at half its size, which is plenty: lines of text show as sharp changes from row to row; along the other
 * direction they average out. Positive where the page lies on its side.
 */
function sharpnessEvidence(kernel: Kernel, small: Plane): number {
  return kernel.scope(() => {
    const text = kernel.boxDown(kernel.removeRules(small, kernel.make(small.widthPx, small.heightPx), RULES), 2);
    const level = findSkew(kernel, text).sharpness;
    const upright = findSkew(kernel, kernel.turn(text, 1)).sharpness;
    return level > 0 && upright > 0 ? Math.log(upright / level) : 0;
  });
}

/** Turns a component's box clockwise by a quarter, as the page of this height is turned. */
function quarterTurn({ x0, y0, x1, y1, area }: Component, heightPx: number): Component {
  return { x0: heightPx - y1, y0: x0, x1: heightPx - y0, y1: x1, area };
}

function vote({ uprightHints, invertedHints }: LetterFinding): { inverted: boolean; confidence: number } {
  const hints = uprightHints + invertedHints;
  const confidence =
    hints === 0 ? 0 : (Math.abs(uprightHints - invertedHints) / hints) * (hints / (hints + HINTS_FOR_HALF));
  return { inverted: invertedHints > uprightHints, confidence };
}
