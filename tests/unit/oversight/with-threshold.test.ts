import { expect, it } from 'vitest';
import { cautious } from '../../../ocr/extract/calibrate/calibration.ts';
import { withThreshold } from '../../../station/calibration/with-threshold.ts';

const calibration = {
  ...cautious,
  thresholds: [
    { falseAccepts: 0.001, typed: 0.96, byHand: null, wordless: 0.86 },
    { falseAccepts: 0.01, typed: 0.5, byHand: 0.7, wordless: 0.86 },
  ],
};

it('has a chosen threshold hold for all that may be accepted, and for nothing else', () => {
  expect(withThreshold(calibration, 0.99).thresholds).toEqual([
    { falseAccepts: 0.001, typed: 0.99, byHand: null, wordless: 0.99 },
    { falseAccepts: 0.01, typed: 0.99, byHand: 0.99, wordless: 0.99 },
  ]);
});

it('leaves the program’s own thresholds where none was chosen', () => {
  expect(withThreshold(calibration, null)).toBe(calibration);
});
