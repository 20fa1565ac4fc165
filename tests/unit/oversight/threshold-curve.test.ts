import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTallies, tallyThresholds, thresholdCurve } from '../../../station/oversight/threshold-curve.ts';
import type { VerifiedField } from '../../../station/store/oversight.ts';

const base = { formKey: null, pointer: '/a' };
const doubt = (confidence: number, right: boolean): VerifiedField => ({
  ...{ ...base, confidence, right, status: 'doubtful', reason: 'low-confidence', cause: null },
});
const sample = (confidence: number, right: boolean): VerifiedField => ({
  ...{ ...base, confidence, right, status: 'accepted', reason: null, cause: 'sample' },
});
const broken: VerifiedField = { ...doubt(0.99, true), status: 'invalid', reason: 'check-character' };

const curveOf = (fields: readonly VerifiedField[], accepted: number) =>
  thresholdCurve(tallyThresholds(fields, accepted));

describe('the curve of thresholds', () => {
  it('lets a sample stand for the accepted fields it was drawn from', () => {
    const fields = [doubt(0.85, false), doubt(0.9, true), sample(0.999, true), sample(0.991, false)];
    const points = new Map(curveOf(fields, 98).map((point) => [point.threshold, point]));
    // 100 fields: two doubts, and two samples that stand for 49 each.
    expect(points.get(0)).toEqual({ threshold: 0, askedPerHundred: 0, errorsPerThousand: 500 });
    expect(points.get(0.95)).toEqual({ threshold: 0.95, askedPerHundred: 2, errorsPerThousand: 490 });
    expect(points.get(0.995)).toEqual({ threshold: 0.995, askedPerHundred: 51, errorsPerThousand: 0 });
  });

  it('asks what breaks a rule under every threshold', () => {
    const [first] = curveOf([broken, sample(0.999, true)], 3);
    expect(first).toEqual({ threshold: 0, askedPerHundred: 25, errorsPerThousand: 0 });
  });

  it('is the same whether documents are tallied together or apart', () => {
    const fields = [doubt(0.85, false), sample(0.999, true), broken, sample(0.991, false)];
    const apart = addTallies([tallyThresholds(fields.slice(0, 2), 40), tallyThresholds(fields.slice(2), 58)]);
    expect(thresholdCurve(apart)).toEqual(curveOf(fields, 98));
  });

  it('says nothing without samples', () => {
    expect(curveOf([doubt(0.5, true)], 100)).toEqual([]);
  });

  it('never asks less nor lets more through as the threshold rises', () => {
    const field = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(fc.array(field, { minLength: 1 }), fc.integer({ min: 1, max: 500 }), (drawn, accepted) => {
        const fields = drawn.map(([confidence, right, doubted]) => (doubted ? doubt : sample)(confidence, right));
        const points = curveOf(fields, accepted);
        for (const [index, point] of points.entries()) {
          const before = points[index - 1] ?? point;
          expect(point.askedPerHundred).toBeGreaterThanOrEqual(before.askedPerHundred - 1e-9);
          expect(point.errorsPerThousand).toBeLessThanOrEqual(before.errorsPerThousand + 1e-9);
        }
      }),
    );
  });
});
