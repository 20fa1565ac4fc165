import { upperBound } from './bound.ts';
import type { Forecast } from './reliability.ts';

/**
 * The least probability from which on forecasts may be accepted so that, with the given confidence, no more than a share of
 * `falseAccepts` of the accepted ones is wrong in the long run. Null where the forecasts are too few or too wrong to promise
 * that at any probability.
 */
export function findThreshold(forecasts: readonly Forecast[], falseAccepts: number, level: number): number | null {
  const sorted = forecasts.toSorted((left, right) => right.probability - left.probability);
  let found: number | null = null;
  let wrong = 0;
  for (const [index, { probability, right }] of sorted.entries()) {
    if (!right) wrong += 1;
    const isLastOfItsProbability = sorted[index + 1]?.probability !== probability;
    const mayHold = isLastOfItsProbability && wrong <= falseAccepts * (index + 1);
    if (mayHold && upperBound(wrong, index + 1, level) <= falseAccepts) found = probability;
  }
  // Rounded up, so that no field comes in by rounding.
  return found === null ? null : Math.min(1, Math.ceil(found * 1e6) / 1e6);
}
