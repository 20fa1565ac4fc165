import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkAgreement } from '../../../ocr/extract/checks.ts';
import { isCodiceFiscale } from '../../../ocr/extract/codes/codice-fiscale.ts';
import { loadTables, type Tables } from '../../../ocr/extract/tables/tables.ts';
import { validateRecord } from '../../../ocr/extract/validate.ts';
import { placeName } from '../../../tools/samples/people/person.ts';
import { createRandom } from '../../../tools/samples/random.ts';
import { inCapitals } from '../../../tools/samples/records/written.ts';
import { openWorkshop, type Workshop } from '../../../tools/samples/workshop.ts';

const resources = join(import.meta.dirname, '../../../resources');
let workshop: Workshop;
let tables: Tables;

beforeAll(async () => {
  [workshop, tables] = await Promise.all([openWorkshop(resources), loadTables(join(resources, 'tables'))]);
});

describe.each(['dichiarazione-residenza', 'accesso-atti', 'dichiarazione-tari'])('invented records of %s', (formId) => {
  const invent = (index: number) => {
    const fillable = workshop.forms.get(formId);
    if (fillable === undefined) throw new Error(`no form ${formId}`);
    const written = fillable.invent(createRandom(`record ${index}`), workshop.tables, '2026-10-20');
    const values = Object.fromEntries([...written].map(([pointer, { value }]) => [pointer, value]));
    return { form: fillable.form, written, values };
  };
  const indices = Array.from({ length: 40 }, (_, index) => index);

  it('are valid by the schema of their form', () => {
    for (const index of indices) {
      const { form, values } = invent(index);
      const { broken, absent } = validateRecord(form, values);
      expect([...broken, ...absent]).toEqual([]);
    }
  });

  it('agree with themselves: names, birth and tax code', () => {
    for (const index of indices) {
      const { form, values } = invent(index);
      const codes = Object.entries(values).filter(([pointer]) => pointer.endsWith('/codiceFiscale'));
      expect(codes.every(([, code]) => typeof code === 'string' && isCodiceFiscale(code))).toBe(true);
      const agreement = checkAgreement(form, values, tables);
      expect([...agreement.contradicted]).toEqual([]);
      expect(agreement.confirmed.size).toBeGreaterThan(0);
    }
  });

  it('name only fields that the form has, with a text for whatever is written', () => {
    const { form, written } = invent(1);
    const zones = form.layouts.flatMap((layout) => layout.pages.flatMap((page) => page.zones));
    const fields = new Set(zones.map(({ field }) => field));
    expect([...written.keys()].filter((pointer) => !fields.has(pointer))).toEqual([]);
    const marked = new Set(zones.filter(({ kind }) => kind === 'mark').map(({ field }) => field));
    for (const [pointer, { text }] of written) expect(text === '').toBe(marked.has(pointer));
  });

  it('leave fields empty now and then', () => {
    const sizes = new Set(indices.map((index) => invent(index).written.size));
    expect(sizes.size).toBeGreaterThan(3);
  });
});

describe('writing in capitals', () => {
  it('changes lines, but neither mail addresses nor codes', () => {
    const written = new Map([
      ['/nome', { value: 'Nicolò', text: 'Nicolò' }],
      ['/email', { value: 'a@b.example', text: 'a@b.example' }],
      ['/caso', { value: 'estero', text: '' }],
    ]);
    const capitals = inCapitals(written, new Set(['/nome', '/email']));
    expect(capitals.get('/nome')).toEqual({ value: 'NICOLÒ', text: 'NICOLÒ' });
    expect(capitals.get('/email')).toEqual(written.get('/email'));
    expect(capitals.get('/caso')).toEqual(written.get('/caso'));
  });
});

describe('names of places', () => {
  it.each([
    ["FORLI'", 'Forlì'],
    ["L'AQUILA", "L'Aquila"],
    ['SAN GIOVANNI IN FIORE', 'San Giovanni in Fiore'],
    ["CANTU'", 'Cantù'],
    ["REGGIO NELL'EMILIA", "Reggio nell'Emilia"],
  ])('are written as people do: %s', (tableName, written) => {
    expect(placeName(tableName)).toBe(written);
  });
});
