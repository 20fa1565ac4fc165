import { z } from 'zod';
import type { ThresholdPoint } from '../../contract/oversight.ts';
import type { VerifiedField } from '../store/oversight.ts';

const thresholds = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999, 1] as const;

/** Right and wrong fields by how many of the thresholds their confidence reaches. */
const bandsSchema = z.strictObject({
  right: z.array(z.int().nonnegative()).length(thresholds.length + 1),
  wrong: z.array(z.int().nonnegative()).length(thresholds.length + 1),
});
type Bands = z.infer<typeof bandsSchema>;

/** What the curve is drawn from. Tallies of different documents add up. */
export const thresholdTallySchema = z.strictObject({
  /** Fields with a value that the machine accepted. */
  accepted: z.int().nonnegative(),
  /** Fields that it asked for another reason than their probability: under every threshold they are. */
  broken: z.int().nonnegative(),
  /** Fields that it asked because it was unsure. */
  unsure: bandsSchema,
  /** Accepted fields that people looked at all the same. */
  samples: bandsSchema,
});
export type ThresholdTally = z.infer<typeof thresholdTallySchema>;

export function tallyThresholds(verified: readonly VerifiedField[], accepted: number): ThresholdTally {
  const doubts = verified.filter(({ status }) => status !== 'accepted');
  const unsure = doubts.filter(({ reason }) => reason === 'low-confidence');
  const samples = verified.filter(({ cause, status }) => cause === 'sample' && status === 'accepted');
  return {
    ...{ accepted, broken: doubts.length - unsure.length },
    ...{ unsure: bandsOf(unsure), samples: bandsOf(samples) },
  };
}

export function addTallies(tallies: readonly ThresholdTally[]): ThresholdTally {
  return {
    accepted: sumOf(tallies.map(({ accepted }) => accepted)),
    broken: sumOf(tallies.map(({ broken }) => broken)),
    unsure: addBands(tallies.map(({ unsure }) => unsure)),
    samples: addBands(tallies.map(({ samples }) => samples)),
  };
}

/**
 * What each threshold would have meant for the documents that people finished: fields asked, and wrong ones accepted. A doubt
 * counts for itself; a sample stands for the accepted fields it was drawn from (Horvitz and Thompson 1952). Empty without
 * samples.
 */
export function thresholdCurve({ accepted, broken, unsure, samples }: ThresholdTally): ThresholdPoint[] {
  const drawn = sumOf(samples.right) + sumOf(samples.wrong);
  if (drawn === 0) return [];
  const weight = accepted / drawn;
  const total = accepted + broken + sumOf(unsure.right) + sumOf(unsure.wrong);
  return thresholds.map((threshold, index) => {
    const below = ({ right, wrong }: Bands) => sumOf(right.slice(0, index + 1)) + sumOf(wrong.slice(0, index + 1));
    const slipped = ({ wrong }: Bands) => sumOf(wrong.slice(index + 1));
    return {
      threshold,
      askedPerHundred: Math.min(100, (100 * (broken + below(unsure) + weight * below(samples))) / total),
      errorsPerThousand: Math.min(1000, (1000 * (slipped(unsure) + weight * slipped(samples))) / total),
    };
  });
}

function bandsOf(fields: readonly Pick<VerifiedField, 'confidence' | 'right'>[]): Bands {
  const bands = noBands();
  for (const { confidence, right } of fields) {
    const counts = right ? bands.right : bands.wrong;
    const band = thresholds.filter((threshold) => confidence >= threshold).length;
    counts[band] = (counts[band] ?? 0) + 1;
  }
  return bands;
}

function addBands(all: readonly Bands[]): Bands {
  const sum = noBands();
  const add = (counts: number[], more: readonly number[]): void => {
    for (const [band, count] of more.entries()) counts[band] = (counts[band] ?? 0) + count;
  };
  for (const { right, wrong } of all) {
    add(sum.right, right);
    add(sum.wrong, wrong);
  }
  return sum;
}

function noBands(): Bands {
  return { right: [0, ...thresholds.map(() => 0)], wrong: [0, ...thresholds.map(() => 0)] };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
