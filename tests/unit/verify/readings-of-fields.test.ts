import { describe, expect, it } from 'vitest';
import { extractFields } from '../../../ocr/extract/extract.ts';
import type { PageReading } from '../../../ocr/model/result.ts';
import { readingsOfFields } from '../../../station/verify/readings-of-fields.ts';
import { weighWords } from '../../../station/verify/weigh-words.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { invented, personForm, readPage } from '../../fixtures/extract/form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

/** A page of which the zones that are named were written by hand. */
function writtenByHand(
  zones: readonly string[],
  texts: Partial<Record<keyof typeof invented, string>> = {},
): PageReading {
  return readPage({ ...invented, ...texts }, ['male'], (reading) =>
    reading.kind === 'text' ? { ...reading, handwritten: zones.includes(reading.zone) } : reading,
  );
}

/** The fields of one page as a person is asked them. */
function present(page: PageReading) {
  const machine = extractFields(personForm, [page], tables, calibration);
  const weighed = weighWords(personForm, new Map(Object.entries(machine)), new Map(), tables);
  return { machine, read: readingsOfFields(personForm, [page], weighed, tables) };
}

describe('the reading of a field', () => {
  it('says that it was written by hand, also where the value was mended by rules and its reason says that', () => {
    const { machine, read } = present(writtenByHand(['name'], { name: 'Mar1o' }));
    expect(machine['/person/name']).toMatchObject({ value: 'Mario', status: 'doubtful', reason: 'repaired' });
    expect(read.get('/person/name')?.reading?.handwritten).toBe(true);
    expect(read.get('/person/surname')?.reading?.handwritten).toBe(false);
  });

  it('says so of every text of a document that is mostly filled in by hand, as the machine judges it', () => {
    const { machine, read } = present(writtenByHand(['surname', 'name', 'place']));
    expect(machine['/person/born']?.reason).toBe('handwritten');
    expect(read.get('/person/born')?.reading?.handwritten).toBe(true);
  });
});
