import { describe, expect, it } from 'vitest';
import { type Calibration, cautious } from '../../../../ocr/extract/calibrate/calibration.ts';
import { judge } from '../../../../ocr/extract/calibrate/judge.ts';
import { extractFields } from '../../../../ocr/extract/extract.ts';
import { traceFields } from '../../../../ocr/extract/trace.ts';
import type { ZoneReading } from '../../../../ocr/model/reading.ts';
import { calibration } from '../../../fixtures/extract/calibration.ts';
import { invented, personForm, readPage } from '../../../fixtures/extract/form.ts';
import { tables } from '../../../fixtures/extract/tables.ts';

const pages = (change?: (reading: ZoneReading) => ZoneReading) => [readPage(invented, ['male'], change)];
const byHand = (reading: ZoneReading): ZoneReading =>
  reading.kind === 'text' ? { ...reading, handwritten: reading.reading.text !== '' } : reading;

function changeModel(family: string, change: (model: Calibration['models'][number]) => Calibration['models'][number]) {
  const models = calibration.models.map((model) => (model.family === family ? change(model) : model));
  return { ...calibration, models };
}

describe('how sure a field is', () => {
  it('accepts nothing without a calibration, not even an empty field', () => {
    const fields = Object.values(extractFields(personForm, pages(), tables, cautious));
    expect(fields.some(({ status }) => status === 'accepted')).toBe(false);
    expect(fields.every(({ confidence }) => confidence === 0)).toBe(true);
  });

  it('never suffices for a kind that the fit saw too little of', () => {
    const unseen = changeModel('text', (model) => ({
      ...model,
      seen: model.seen.filter(({ kind }) => kind !== 'surname'),
    }));
    const fields = extractFields(personForm, pages(), tables, unseen);
    expect(fields['/person/surname']).toMatchObject({ status: 'doubtful', reason: 'low-confidence' });
    expect(fields['/person/name']).toMatchObject({ status: 'accepted' });
  });

  it('is never enough where the fit could promise nothing', () => {
    const thresholds = [{ falseAccepts: 0.001, typed: null, byHand: null, wordless: null }];
    const fields = extractFields(personForm, pages(), tables, { ...calibration, thresholds });
    expect(Object.values(fields).some(({ status }) => status === 'accepted')).toBe(false);
  });

  it('is weighed against the share of false accepts that is asked for, rounded down to one that was fitted', () => {
    const thresholds = [
      { falseAccepts: 0.001, typed: 1, byHand: 1, wordless: 1 },
      { falseAccepts: 0.01, typed: 0.9, byHand: 0.9, wordless: 0.9 },
    ];
    const [trace] = traceFields(personForm, pages(), tables);
    if (trace === undefined) throw new Error('the form has fields');
    const suffices = (falseAccepts: number) => judge(trace, { ...calibration, thresholds }, falseAccepts).suffices;
    expect([0.0001, 0.001, 0.009, 0.01, 0.5].map(suffices)).toEqual([false, false, false, true, true]);
  });

  it('lets block letters in a comb be accepted by their probability, and never what is written freely', () => {
    const sure = changeModel('text', (model) => ({
      ...model,
      terms: model.terms.filter(({ feature }) => feature !== 'by-hand'),
    }));
    const fields = extractFields(personForm, pages(byHand), tables, sure);
    expect(fields['/person/code']).toMatchObject({ status: 'accepted' });
    expect(fields['/person/surname']).toMatchObject({ status: 'doubtful', reason: 'handwritten' });
    const usual = extractFields(personForm, pages(byHand), tables, calibration);
    expect(usual['/person/code']).toMatchObject({ status: 'doubtful', reason: 'handwritten' });
  });

  it('is held to the threshold of its pool: typed text, text by hand, and what is no text', () => {
    const thresholds = [{ falseAccepts: 0.001, typed: 1, byHand: 0, wordless: 0.9 }];
    const fields = extractFields(personForm, pages(), tables, { ...calibration, thresholds });
    expect(fields['/person/surname']?.status).toBe('doubtful');
    expect(fields['/newsletter']?.status).toBe('accepted');
    expect(fields['/relatives/0/name']).toMatchObject({ value: null, status: 'accepted' });
    const written = extractFields(personForm, pages(byHand), tables, { ...calibration, thresholds });
    expect(written['/person/code']?.status).toBe('accepted');
  });
});
