import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractFields } from '../../../ocr/extract/extract.ts';
import { parseKeyedValue, recheckFields } from '../../../ocr/extract/recheck.ts';
import { loadTables, type Tables } from '../../../ocr/extract/tables/tables.ts';
import type { FormPackage, Policy } from '../../../ocr/model/form.ts';
import type { ZoneReading } from '../../../ocr/model/reading.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { invented, personForm, readPage } from '../../fixtures/extract/form.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await loadTables(fileURLToPath(new URL('../../../resources/tables', import.meta.url)));
});

const extract = (
  texts: Readonly<Record<string, string>>,
  marked: readonly string[],
  change?: (reading: ZoneReading) => ZoneReading,
) => extractFields(personForm, [readPage(texts, marked, change)], tables, calibration);

/** The form with a policy on one of its zones. */
function withPolicy(zoneId: string, policy: Policy): FormPackage {
  const layouts = personForm.layouts.map((layout) => ({
    ...layout,
    pages: layout.pages.map((page) => ({
      ...page,
      zones: page.zones.map((zone) => (zone.id === zoneId ? { ...zone, policy } : zone)),
    })),
  }));
  return { ...personForm, layouts };
}

describe('a typed page that agrees with itself', () => {
  it('is accepted field by field, with the date as ISO and the choice as its code', () => {
    const fields = extract(invented, ['male']);
    const statuses = new Set(Object.values(fields).map(({ status }) => status));
    expect([...statuses]).toEqual(['accepted']);
    expect(fields['/person/born']?.value).toBe('1985-12-10');
    expect(fields['/person/sex']).toMatchObject({ value: 'M', raw: 'true' });
    expect(fields['/newsletter']).toMatchObject({ value: false, raw: 'false' });
    expect(fields['/relatives/0/name']).toMatchObject({ value: null, status: 'accepted' });
  });
});

describe('what is not sure goes to a person', () => {
  it('a field that its form always asks for, however surely it was read', () => {
    for (const policy of ['confirm', 'key', 'double-key'] as const) {
      const form = withPolicy('surname', policy);
      const fields = extractFields(form, [readPage(invented, ['male'])], tables, calibration);
      expect(fields['/person/surname']).toMatchObject({ status: 'doubtful', reason: 'policy' });
      expect(fields['/person/name']).toMatchObject({ status: 'accepted' });
    }
  });

  it('a birth date that the codice fiscale contradicts, with the date it demands as candidate', () => {
    const fields = extract({ ...invented, born: '10/11/1985' }, ['male']);
    expect(fields['/person/born']).toMatchObject({
      status: 'doubtful',
      reason: 'disagrees-with-codice-fiscale',
      candidates: ['1985-12-10'],
    });
  });

  it('an impossible date, an unknown comune and a short postal code', () => {
    const fields = extract({ ...invented, born: '31/02/1985', place: 'Xyzzy', 'relative-0': 'Anna', 'cap-0': '7410' }, [
      'male',
    ]);
    expect(fields['/person/born']).toMatchObject({ status: 'invalid', reason: 'impossible-date' });
    expect(fields['/person/place']).toMatchObject({ status: 'doubtful', reason: 'unknown-comune' });
    expect(fields['/relatives/0/cap']).toMatchObject({ status: 'invalid', reason: 'pattern' });
  });

  it('characters that no rule can make a value of: they are not nothing', () => {
    const fields = extract({ ...invented, code: '?' }, ['male']);
    expect(fields['/person/code']).toMatchObject({ value: null, raw: '?', status: 'doubtful', reason: 'pattern' });
  });

  it('ink of which no engine made anything, also where the field may be empty', () => {
    const fields = extract({ ...invented, 'cap-0': '' }, ['male'], (reading) =>
      reading.kind === 'text' && reading.zone === 'cap-0'
        ? { ...reading, reading: { ...reading.reading, confidence: 0 } }
        : reading,
    );
    expect(fields['/relatives/0/cap']).toMatchObject({ value: null, status: 'doubtful', reason: 'not-read' });
    expect(fields['/relatives/0/name']).toMatchObject({ value: null, status: 'accepted' });
  });

  it('required fields that are empty, and within a row only when the row is in use', () => {
    const fields = extract({ ...invented, surname: '', 'cap-0': '74100' }, ['male']);
    expect(fields['/person/surname']).toMatchObject({ status: 'missing', reason: 'required-empty' });
    expect(fields['/relatives/0/name']).toMatchObject({ status: 'missing' });
    expect(fields['/relatives/1/name']).toMatchObject({ status: 'accepted', value: null });
  });

  it('two marks where one is wanted, and a mark that is not clear', () => {
    expect(extract({ ...invented, code: '' }, ['male', 'female'])['/person/sex']).toMatchObject({
      value: null,
      status: 'doubtful',
      reason: 'several-marks',
    });
    const unclear = extract(invented, ['male'], (reading) =>
      reading.kind === 'mark' && reading.zone === 'newsletter'
        ? { ...reading, manner: 'faint', state: 'unclear' }
        : reading,
    );
    expect(unclear['/newsletter']).toMatchObject({ status: 'doubtful', reason: 'unclear-mark' });
  });

  it('handwriting, however confident the engine is and whatever else agrees', () => {
    const fields = extract(invented, ['male'], (reading) =>
      reading.kind === 'text' ? { ...reading, handwritten: true } : reading,
    );
    const written = Object.values(fields).filter(({ value, raw }) => typeof value === 'string' && raw !== 'true');
    expect(written.length).toBe(5);
    expect(new Set(written.map(({ status }) => status))).toEqual(new Set(['doubtful']));
  });

  it('every text of a form that is mostly filled in by hand, also a date that looks typed by itself', () => {
    const fields = extract(invented, ['male'], (reading) =>
      reading.kind === 'text' ? { ...reading, handwritten: !['born', 'code'].includes(reading.zone) } : reading,
    );
    expect(fields['/person/born']).toMatchObject({ status: 'doubtful', reason: 'handwritten' });
    const mostlyTyped = extract(invented, ['male'], (reading) =>
      reading.kind === 'text' ? { ...reading, handwritten: reading.zone === 'surname' } : reading,
    );
    expect(mostlyTyped['/person/surname']).toMatchObject({ status: 'doubtful', reason: 'handwritten' });
    expect(mostlyTyped['/person/born']).toMatchObject({ status: 'accepted' });
  });

  it('a low confidence that nothing else makes up for', () => {
    const fields = extract(invented, ['male'], (reading) =>
      reading.kind === 'text' ? { ...reading, reading: { ...reading.reading, confidence: 0.5 } } : reading,
    );
    expect(fields['/person/surname']).toMatchObject({ status: 'doubtful', reason: 'low-confidence' });
    expect(fields['/person/born']).toMatchObject({ status: 'accepted' });
  });
});

describe('knowledge repairs a reading', () => {
  it('a codice fiscale with one wrong character that all other fields demand otherwise, and says so', () => {
    const fields = extract({ ...invented, code: 'RSSMRA85T10A56PS' }, ['male']);
    expect(fields['/person/code']).toMatchObject({ value: invented.code, reason: 'repaired', status: 'accepted' });
  });

  it('but not when the other fields demand something far from what was read', () => {
    const fields = extract({ ...invented, code: 'VRDLCU70A01H501X' }, ['male']);
    expect(fields['/person/code']).toMatchObject({
      value: 'VRDLCU70A01H501X',
      status: 'invalid',
      reason: 'check-character',
    });
  });
});

describe("a person's word", () => {
  it('is taken in the form in which people write', () => {
    expect(parseKeyedValue(personForm, '/person/born', '3/4/1980', tables)?.value).toBe('1980-04-03');
    expect(parseKeyedValue(personForm, '/person/code', 'rss mra 85t10 a562s', tables)?.value).toBe(invented.code);
    expect(parseKeyedValue(personForm, '/newsletter', 'true', tables)?.value).toBe(true);
    expect(parseKeyedValue(personForm, '/nobody', 'x', tables)).toBeNull();
  });

  it('settles a field, and is told when it breaks a rule', () => {
    const fields = extract({ ...invented, surname: '' }, ['male']);
    const surname = fields['/person/surname'];
    if (!surname) throw new Error('the form has a surname');
    const keyed = { ...fields, '/person/surname': { ...surname, value: 'Rossi' } };
    const settled = new Set(['/person/surname']);
    expect(recheckFields(personForm, keyed, tables, settled)['/person/surname']).toMatchObject({ status: 'accepted' });
    const wrong = { ...fields, '/person/surname': { ...surname, value: 'Bianchi' } };
    expect(recheckFields(personForm, wrong, tables, settled)['/person/surname']).toMatchObject({
      status: 'doubtful',
      reason: 'disagrees-with-codice-fiscale',
    });
  });

  it('never makes a field that the machine doubted accepted without a word of its own', () => {
    const fields = extract({ ...invented, place: 'Xyzzy' }, ['male']);
    expect(recheckFields(personForm, fields, tables)['/person/place']?.status).toBe('doubtful');
  });
});
