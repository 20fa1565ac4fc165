import { describe, expect, it } from 'vitest';
import { obstacleOf } from '../../../ocr/extract/decide.ts';
import { traceFields } from '../../../ocr/extract/trace.ts';
import { invented, personForm, readPage } from '../../fixtures/extract/form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

const zone = personForm.layouts[0]?.pages[0]?.zones.find(({ field }) => field === '/person/surname')?.id ?? '';

function obstacles(texts: Readonly<Record<string, string>>, covered: readonly string[]) {
  const page = readPage(texts, ['male']);
  const { registration } = page;
  const under = registration === null ? page : { ...page, registration: { ...registration, covered: [...covered] } };
  const traces = traceFields(personForm, [under], tables);
  return new Map(traces.map((trace) => [trace.evidence.description.pointer, obstacleOf(trace)]));
}

describe('a field over which something lies', () => {
  it('waits for a person, read or empty, and no other field does', () => {
    expect(obstacles(invented, []).get('/person/surname')).toBeNull();
    const covered = { status: 'doubtful', reason: 'covered' };
    expect(obstacles(invented, [zone]).get('/person/surname')).toEqual(covered);
    expect(obstacles({ ...invented, [zone]: '' }, [zone]).get('/person/surname')).toEqual(covered);
    expect([...obstacles(invented, [zone]).values()].filter((obstacle) => obstacle?.reason === 'covered')).toHaveLength(
      1,
    );
  });
});
