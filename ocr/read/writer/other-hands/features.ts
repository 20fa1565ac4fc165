import { highestOf, median, usualHeightOf, usualStrokeOf } from '../letter-size.ts';
import { evennessOf, type InkRegularity } from '../regularity.ts';
import type { LineEvidence } from './evidence.ts';

/** Larger differences, as logarithms, say no more. */
const mostStroke = 0.5;
const mostHeight = 0.2;
/** So many letters show how even they are. */
const manyLetters = 12;
const surest = 0.999;

/** How the zones of a page look that a zone is held against: lines of text, or combs. */
export interface PageLook {
  readonly evenness: number;
  readonly zones: readonly InkRegularity[];
  /** Their letters are capitals and digits alone, as those of combs, and of one height. */
  readonly isInCells: boolean;
}

/**
 * What tells that a zone was written otherwise than its page: how much less even its letters are, the same for as much as they are
 * many, how much thicker or thinner its strokes are than those of its usual zone, how much higher or lower its letters. `length` is in
 * letters that were read.
 */
export function lookFeatures(zone: InkRegularity, page: PageLook, length: number): number[] {
  const uneven = evennessOf(zone) - page.evenness;
  const heightOf = page.isInCells ? usualHeightOf : highestOf;
  return [
    uneven,
    (Math.min(manyLetters, length) / manyLetters) * uneven,
    Math.min(mostStroke, distance(usualStrokeOf(zone), median(page.zones.map(usualStrokeOf)))),
    Math.min(mostHeight, distance(heightOf(zone), median(page.zones.map(heightOf)))),
  ];
}

/** What networks of lines tell besides. */
export function networkFeatures({ print, near, hand, isAlike }: LineEvidence): number[] {
  return [logOdds(print), logOdds(near), logOdds(hand), isAlike ? 1 : 0];
}

/** How far one length is from another, as the logarithm of their ratio; 0 where one is none. */
function distance(one: number, other: number): number {
  return one <= 0 || other <= 0 ? 0 : Math.abs(Math.log(one / other));
}

function logOdds(confidence: number): number {
  const kept = Math.min(surest, Math.max(1 - surest, confidence));
  return Math.log(kept / (1 - kept));
}
