import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../ocr/extract/calibrate/fit.ts';
import { fitCalibration, probabilityBy } from '../../../../ocr/extract/calibrate/fit.ts';
import { sigmoid } from '../../../../ocr/extract/calibrate/logistic.ts';
import { refitCalibration } from '../../../../ocr/extract/calibrate/refit.ts';
import { createRandom } from '../../../../tools/samples/random.ts';

/** Fields of one kind whose readings are right with the odds of their confidence, shifted. */
function draw(count: number, seed: string, shift: number, kind = 'surname'): Observation[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const reading = 1 + 6 * random.next();
    const values = new Map([
      ['always', 1],
      ['reading', reading],
      [`kind:${kind}`, 1],
    ]);
    const right = random.next() < sigmoid(reading + shift);
    const document = `document ${Math.floor(index / 20)}`;
    return { document, features: { family: 'text', kind, values }, right, pool: 'typed', acceptable: true };
  });
}

const shipped = fitCalibration(draw(6000, 'shipped', 1), { piles: [], verdicts: 0 });
const middling: Observation['features'] = {
  family: 'text',
  kind: 'surname',
  values: new Map([
    ['always', 1],
    ['reading', 2],
    ['kind:surname', 1],
  ]),
};
const probability = ({ models }: typeof shipped) => probabilityBy(models, middling);

describe("learning from people's words", () => {
  it('changes little by a few and much by many', () => {
    const few = refitCalibration(shipped, draw(10, 'few', -3));
    const many = refitCalibration(shipped, draw(4000, 'many', -3));
    expect(Math.abs(probability(few) - probability(shipped))).toBeLessThan(0.05);
    expect(probability(shipped) - probability(many)).toBeGreaterThan(0.2);
    expect(many.origin.verdicts).toBe(4000);
  });

  it('never lowers a threshold, and raises one that verdicts show to be too low', () => {
    const good = refitCalibration(shipped, draw(2000, 'good', 5));
    const bad = refitCalibration(
      shipped,
      draw(400, 'bad', 5).map((observation, index) => ({ ...observation, right: index % 4 !== 0 })),
    );
    for (const [index, { typed }] of shipped.thresholds.entries()) {
      if (typed === null) continue;
      expect(good.thresholds[index]?.typed ?? 1).toBeGreaterThanOrEqual(typed);
      expect(bad.thresholds[index]?.typed ?? 1).toBeGreaterThanOrEqual(typed);
    }
    const usual = bad.thresholds.find(({ falseAccepts }) => falseAccepts === 0.02)?.typed ?? 1;
    const still = draw(400, 'bad', 5).filter(({ features }) => probabilityBy(bad.models, features) >= usual);
    expect(still.length).toBeLessThan(40);
  });

  it('comes to know kinds of fields that the shipped fit never saw', () => {
    const learnt = refitCalibration(shipped, draw(200, 'plates', 2, 'plate'));
    expect(learnt.models[0]?.seen).toContainEqual(expect.objectContaining({ kind: 'plate', fields: 200 }));
    expect(learnt.models[0]?.terms.some(({ feature }) => feature === 'kind:plate')).toBe(true);
  });

  it('leaves everything as it was where nobody gave a word', () => {
    expect(refitCalibration(shipped, [])).toEqual(shipped);
  });
});
