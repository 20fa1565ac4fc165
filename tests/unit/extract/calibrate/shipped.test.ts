import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usualFalseAccepts } from '../../../../ocr/extract/calibrate/calibration.ts';
import { loadCalibration } from '../../../../ocr/extract/calibrate/load.ts';
import { valueKindSchema } from '../../../../ocr/model/form.ts';

const shipped = join(import.meta.dirname, '../../../../resources/calibration/fields.json');
/** Forms ask for the sex by boxes. */
const neverWritten = ['sex'];

describe('the calibration that comes with the program', () => {
  it('has seen fields of every kind, for of a kind that it has not seen a person must check each value', async () => {
    const { models } = await loadCalibration(shipped);
    const seen = new Map(models.flatMap((model) => model.seen.map(({ kind, fields }) => [kind as string, fields])));
    const few = valueKindSchema.options.filter((kind) => (seen.get(kind) ?? 0) < 20 && !neverWritten.includes(kind));
    expect(few).toEqual([]);
  });

  it('has thresholds for the usual rate of false accepts, in every pool', async () => {
    const { thresholds } = await loadCalibration(shipped);
    const usual = thresholds.find(({ falseAccepts }) => falseAccepts === usualFalseAccepts);
    expect(usual).toMatchObject({
      typed: expect.any(Number),
      byHand: expect.any(Number),
      wordless: expect.any(Number),
    });
  });
});
