import type { ThresholdPoint } from '../../contract/oversight.ts';
import type { VerifiedField } from '../store/oversight.ts';

const thresholds = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999, 1];

/** A field that counts for as many as it was drawn from. */
interface Weighted extends Pick<VerifiedField, 'confidence' | 'right'> {
  readonly weight: number;
}

/**
 * What each threshold would have meant for the documents that people finished: fields asked, and wrong ones accepted. A doubt
 * counts for itself; a sample stands for the accepted fields it was drawn from (Horvitz and Thompson 1952). Fields asked for
 * another reason than their probability are asked under every threshold. Empty without samples.
 *
 * `accepted` is how many fields with a value the machine accepted in these documents.
 */
export function thresholdCurve(verified: readonly VerifiedField[], accepted: number): ThresholdPoint[] {
  const samples = verified.filter(({ cause, status }) => cause === 'sample' && status === 'accepted');
  if (samples.length === 0) return [];
  const doubts = verified.filter(({ status }) => status !== 'accepted');
  const unsure = doubts.filter(({ reason }) => reason === 'low-confidence');
  const total = accepted + doubts.length;
  const movable: Weighted[] = [
    ...unsure.map(({ confidence, right }) => ({ confidence, right, weight: 1 })),
    ...samples.map(({ confidence, right }) => ({ confidence, right, weight: accepted / samples.length })),
  ];
  return thresholds.map((threshold) => {
    const below = movable.filter(({ confidence }) => confidence < threshold);
    const errors = movable.filter(({ confidence, right }) => confidence >= threshold && !right);
    const asked = doubts.length - unsure.length + weightOf(below);
    return {
      threshold,
      askedPerHundred: Math.min(100, (100 * asked) / total),
      errorsPerThousand: Math.min(1000, (1000 * weightOf(errors)) / total),
    };
  });
}

function weightOf(fields: readonly Weighted[]): number {
  return fields.reduce((sum, { weight }) => sum + weight, 0);
}
