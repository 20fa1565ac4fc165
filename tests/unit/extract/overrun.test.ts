import { describe, expect, it } from 'vitest';
import { obstacleOf } from '../../../ocr/extract/decide.ts';
import { traceFields } from '../../../ocr/extract/trace.ts';
import type { ZoneReading } from '../../../ocr/model/reading.ts';
import { invented, personForm, readPage } from '../../fixtures/extract/form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

const zone = personForm.layouts[0]?.pages[0]?.zones.find(({ field }) => field === '/person/surname')?.id;

function obstacleOfSurname(texts: Readonly<Record<string, string>>, overrun: boolean) {
  const change = (reading: ZoneReading): ZoneReading =>
    reading.kind === 'text' && reading.zone === zone && overrun ? { ...reading, overrun } : reading;
  const traces = traceFields(personForm, [readPage(texts, ['male'], change)], tables);
  const trace = traces.find(({ evidence }) => evidence.description.pointer === '/person/surname');
  return trace === undefined ? undefined : obstacleOf(trace);
}

describe('writing that leaves its field', () => {
  it('waits for a person, however sure its letters are', () => {
    expect(obstacleOfSurname(invented, false)).toBeNull();
    expect(obstacleOfSurname(invented, true)).toEqual({ status: 'doubtful', reason: 'overrun' });
  });

  it('keeps a field from being surely empty', () => {
    expect(obstacleOfSurname({ ...invented, [zone ?? '']: '' }, true)).toEqual({
      status: 'doubtful',
      reason: 'overrun',
    });
  });
});
