import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerBound, upperBound } from '../../../../ocr/extract/calibrate/bound.ts';
import { fitLogistic, sigmoid, weigh } from '../../../../ocr/extract/calibrate/logistic.ts';
import { expectedCalibrationError, type Forecast, reliability } from '../../../../ocr/extract/calibrate/reliability.ts';
import { solvePositive } from '../../../../ocr/extract/calibrate/solve.ts';
import { findThreshold } from '../../../../ocr/extract/calibrate/threshold.ts';
import { createRandom } from '../../../../tools/samples/random.ts';

describe('the upper bound of a share', () => {
  it('is that of Clopper and Pearson', () => {
    // None of n: 1 - (1 - level)^(1/n). Others from the quantiles of the beta distribution.
    expect(upperBound(0, 100, 0.95)).toBeCloseTo(1 - 0.05 ** (1 / 100), 10);
    expect(upperBound(1, 10, 0.95)).toBeCloseTo(0.39416, 4);
    expect(upperBound(3, 3, 0.95)).toBe(1);
    expect(upperBound(0, 0, 0.95)).toBe(1);
  });

  it('lies above the share, falls with more of the same, and rises with the confidence asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 0.2, noNaN: true }), (count, share) => {
        const hits = Math.floor(share * count);
        const bound = upperBound(hits, count, 0.95);
        expect(bound).toBeGreaterThan(hits / count);
        expect(upperBound(2 * hits, 2 * count, 0.95)).toBeLessThanOrEqual(bound + 1e-9);
        expect(upperBound(hits, count, 0.99)).toBeGreaterThanOrEqual(bound);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the lower bound of a share', () => {
  it('is that of Clopper and Pearson, and keeps its digits among many tries', () => {
    // All of n: (1 - level)^(1/n); one of n: 1 - level^(1/n). One of ten from the quantiles of the beta distribution.
    expect(lowerBound(100, 100, 0.95)).toBeCloseTo(0.05 ** (1 / 100), 10);
    expect(lowerBound(1, 20_000, 0.95) * 20_000).toBeCloseTo((1 - 0.95 ** (1 / 20_000)) * 20_000, 8);
    expect(lowerBound(1, 10, 0.975)).toBeCloseTo(0.00253, 5);
    expect(lowerBound(0, 50, 0.95)).toBeCloseTo(0, 10);
  });
});

describe('the threshold', () => {
  const forecasts = (rights: readonly boolean[]): Forecast[] =>
    rights.map((right, index) => ({ right, probability: 1 - index / rights.length }));

  it('is null where too few fields were seen to promise anything', () => {
    expect(findThreshold(forecasts(Array(2900).fill(true)), 0.001, 0.95)).toBeNull();
    expect(findThreshold(forecasts(Array(3000).fill(true)), 0.001, 0.95)).not.toBeNull();
  });

  it('is the lowest that keeps the promise: below it too many are wrong', () => {
    const rights = Array.from({ length: 2000 }, (_, index) => index < 1000 || index % 2 === 0);
    const threshold = findThreshold(forecasts(rights), 0.01, 0.95) ?? 0;
    const accepted = forecasts(rights).filter(({ probability }) => probability >= threshold);
    const wrong = accepted.filter(({ right }) => !right).length;
    expect(accepted.length).toBeGreaterThanOrEqual(1000);
    expect(upperBound(wrong, accepted.length, 0.95)).toBeLessThanOrEqual(0.01);
  });

  it('never divides forecasts of one probability', () => {
    const equal = Array.from({ length: 5000 }, (_, index) => ({ probability: 0.99, right: index % 50 !== 0 }));
    expect(findThreshold(equal, 0.001, 0.95)).toBeNull();
  });
});

describe('the reliability of forecasts', () => {
  it('has no error where shares are what was said, and the gap where they are not', () => {
    const honest = Array.from({ length: 100 }, (_, index) => ({ probability: 0.8, right: index < 80 }));
    expect(expectedCalibrationError(reliability(honest))).toBeCloseTo(0, 10);
    const boastful = honest.map((forecast) => ({ ...forecast, probability: 0.95 }));
    expect(expectedCalibrationError(reliability(boastful))).toBeCloseTo(0.15, 10);
    expect(expectedCalibrationError(reliability([]))).toBe(0);
  });

  it('counts every forecast in one bin', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() })),
        (forecasts) => {
          const counted = reliability(forecasts).reduce((sum, { count }) => sum + count, 0);
          expect(counted).toBe(forecasts.length);
        },
      ),
    );
  });
});

describe('logistic regression', () => {
  const prior = (precision: number) => ['always', 'hint'].map((feature) => ({ feature, weight: 0, precision }));
  function draw(count: number, seed: string) {
    const random = createRandom(seed);
    return Array.from({ length: count }, () => {
      const hint = 4 * random.next() - 2;
      const right = random.next() < sigmoid(1 + 2 * hint);
      return {
        right,
        values: new Map([
          ['always', 1],
          ['hint', hint],
        ]),
      };
    });
  }

  it('finds the odds that outcomes were drawn with', () => {
    const [always, hint] = fitLogistic(draw(8000, 'weights'), prior(0.01));
    expect(always?.weight).toBeCloseTo(1, 0);
    expect(hint?.weight).toBeGreaterThan(1.8);
    expect(hint?.weight).toBeLessThan(2.2);
  });

  it('moves a prior little by few outcomes and far by many', () => {
    const learnt = [
      { feature: 'always', weight: -1, precision: 200 },
      { feature: 'hint', weight: 0, precision: 200 },
    ];
    const shift = (count: number) => Math.abs((fitLogistic(draw(count, 'prior'), learnt)[1]?.weight ?? 0) - 0);
    expect(shift(20)).toBeLessThan(0.2);
    expect(shift(8000)).toBeGreaterThan(1.2);
  });

  it('stays finite where outcomes can be told apart without an error', () => {
    const clear = [-1, 1].flatMap((hint) => Array(50).fill({ right: hint > 0, values: new Map([['hint', hint]]) }));
    const terms = fitLogistic(clear, prior(1));
    expect(terms.every(({ weight }) => Number.isFinite(weight))).toBe(true);
    expect(sigmoid(weigh(terms, new Map([['hint', 1]])))).toBeGreaterThan(0.9);
  });
});

describe('solving', () => {
  it('gives back what a positive definite matrix was applied to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), {
          minLength: 3,
          maxLength: 3,
        }),
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }),
        (root, wanted) => {
          const entry = (row: number, column: number) =>
            (row === column ? 1 : 0) + root.reduce((sum, line) => sum + (line[row] ?? 0) * (line[column] ?? 0), 0);
          const matrix = [0, 1, 2].map((row) => Float64Array.from([0, 1, 2], (column) => entry(row, column)));
          const right = Float64Array.from(matrix, (row) =>
            row.reduce((sum, value, at) => sum + value * (wanted[at] ?? 0), 0),
          );
          const found = solvePositive(matrix, right);
          for (const [at, value] of wanted.entries()) expect(found[at]).toBeCloseTo(value, 5);
        },
      ),
    );
  });

  it('refuses a matrix that is not positive definite', () => {
    const matrix = [Float64Array.from([1, 2]), Float64Array.from([2, 1])];
    expect(() => solvePositive(matrix, Float64Array.from([1, 1]))).toThrow(RangeError);
  });
});
