import { describe, expect, it } from 'vitest';
import { obstacleOf } from '../../../ocr/extract/decide.ts';
import { traceFields } from '../../../ocr/extract/trace.ts';
import type { ZoneReading } from '../../../ocr/model/reading.ts';
import { invented, personForm, readPage } from '../../fixtures/extract/form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

type TextReading = Extract<ZoneReading, { kind: 'text' }>;

function tracesOf(change: (reading: TextReading) => ZoneReading) {
  const page = readPage(invented, ['male'], (reading) => (reading.kind === 'text' ? change(reading) : reading));
  const traces = traceFields(personForm, [page], tables);
  return (pointer: string) => {
    const trace = traces.find(({ evidence }) => evidence.description.pointer === pointer);
    if (trace === undefined) throw new Error(`no field ${pointer}`);
    return trace;
  };
}

describe('what a pen wrote on a page that a machine filled in', () => {
  const byPen = tracesOf((reading) =>
    reading.zone === 'born' ? reading : { ...reading, handwritten: true, byPen: true },
  );

  it('waits for a person', () => {
    expect(obstacleOf(byPen('/person/surname'))).toEqual({ status: 'doubtful', reason: 'handwritten' });
  });

  it('makes nothing else on it handwriting, as it does on a page by hand', () => {
    expect(byPen('/person/born').evidence.handwritten).toBe(false);
    const byHand = tracesOf((reading) => ({ ...reading, handwritten: reading.zone !== 'born' }));
    expect(byHand('/person/born').evidence.handwritten).toBe(true);
  });
});

describe('other writing beside what a machine wrote', () => {
  it('has a person look, however sure its letters are', () => {
    const noted = tracesOf((reading) => (reading.zone === 'surname' ? { ...reading, foreign: true } : reading));
    expect(obstacleOf(noted('/person/surname'))).toEqual({ status: 'doubtful', reason: 'foreign-writing' });
    expect(obstacleOf(noted('/person/born'))).toBeNull();
  });
});
