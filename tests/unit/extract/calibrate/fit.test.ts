import { describe, expect, it } from 'vitest';
import { calibrationSchema } from '../../../../ocr/extract/calibrate/calibration.ts';
import { fitCalibration, type Observation } from '../../../../ocr/extract/calibrate/fit.ts';
import { sigmoid } from '../../../../ocr/extract/calibrate/logistic.ts';
import { createRandom } from '../../../../tools/samples/random.ts';

/** Fields whose chance of being right is known: that of their reading, less for streets than for surnames. */
function drawObservations(count: number, seed: string): Observation[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const kind = random.pick(['surname', 'street']);
    const reading = 1 + 6 * random.next();
    const values = new Map([
      ['always', 1],
      ['reading', reading],
      [`kind:${kind}`, 1],
    ]);
    return {
      document: `document ${Math.floor(index / 20)}`,
      features: { family: 'text', kind, values },
      right: random.next() < sigmoid(1.5 * reading - (kind === 'street' ? 3 : 1)),
      pool: 'typed',
      acceptable: true,
    };
  });
}

describe('a fit to fields whose truth is known', () => {
  const observations = drawObservations(8000, 'fit');
  const calibration = fitCalibration(observations, { piles: [{ seed: 'fit', documents: 400 }], verdicts: 0 });

  it('makes confidence mean probability', () => {
    expect(calibration.crossValidation.fields).toBe(8000);
    expect(calibration.crossValidation.expectedCalibrationError).toBeLessThan(0.01);
  });

  it('counts what it saw of each kind, and can be written and read', () => {
    const [model] = calibration.models;
    expect(model?.seen.map(({ kind }) => kind)).toEqual(['street', 'surname']);
    expect(model?.seen.reduce((sum, { fields }) => sum + fields, 0)).toBe(8000);
    expect(calibrationSchema.parse(JSON.parse(JSON.stringify(calibration)))).toEqual(calibration);
  });

  it('asks for more the fewer may be wrong, and promises nothing where nothing was seen', () => {
    const machine = calibration.thresholds.map((threshold) => threshold.typed ?? 1);
    expect(machine).toEqual(machine.toSorted((left, right) => right - left));
    expect(calibration.thresholds.every(({ byHand }) => byHand === null)).toBe(true);
  });

  it('holds on fields that it did not see', () => {
    const least = calibration.thresholds.find(({ falseAccepts }) => falseAccepts === 0.01)?.typed ?? 1;
    const terms = new Map(calibration.models[0]?.terms.map(({ feature, weight }) => [feature, weight]));
    const probability = ({ features }: Observation) =>
      sigmoid([...features.values].reduce((sum, [feature, value]) => sum + value * (terms.get(feature) ?? 0), 0));
    const accepted = drawObservations(100_000, 'others').filter((observation) => probability(observation) >= least);
    const wrong = accepted.filter(({ right }) => !right).length;
    expect(accepted.length).toBeGreaterThan(40_000);
    expect(wrong / accepted.length).toBeLessThan(0.01);
  });

  it('is the same each time', () => {
    const few = observations.slice(0, 1000);
    expect(fitCalibration(few, calibration.origin)).toEqual(fitCalibration(few, calibration.origin));
  });
});
