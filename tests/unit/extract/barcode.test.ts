import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractFields } from '../../../ocr/extract/extract.ts';
import { loadTables, type Tables } from '../../../ocr/extract/tables/tables.ts';
import type { ZoneReading } from '../../../ocr/model/reading.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { personForm, readPage } from '../../fixtures/extract/form.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await loadTables(fileURLToPath(new URL('../../../resources/tables', import.meta.url)));
});

type Code = Extract<ZoneReading, { kind: 'barcode' }>;

/** The codice fiscale of the page comes from a barcode, as on a health card. */
function extract(code: Pick<Code, 'code' | 'inked'>) {
  const page = readPage({ surname: 'Rossi', name: 'Mario' }, [], (reading) =>
    reading.zone === 'code' ? { kind: 'barcode', zone: 'code', box: [0, 0, 9, 9], ...code } : reading,
  );
  return extractFields(personForm, [page], tables, calibration)['/person/code'];
}

describe('a field that a barcode fills', () => {
  it('takes the text of the code through the rules of its kind', () => {
    const field = extract({ code: { format: 'Code39', text: 'RSSMRA85T10A562S' }, inked: true });
    expect(field).toMatchObject({ value: 'RSSMRA85T10A562S', status: 'accepted' });
  });

  it('is invalid where the code breaks them', () => {
    const field = extract({ code: { format: 'Code39', text: 'RSSMRA85T10A562X' }, inked: true });
    expect(field).toMatchObject({ status: 'invalid', reason: 'check-character' });
  });

  it('goes to a person where ink could not be read', () => {
    expect(extract({ code: null, inked: true })).toMatchObject({ value: null, status: 'doubtful', reason: 'not-read' });
  });

  it('is missing where there is none and the form demands one', () => {
    expect(extract({ code: null, inked: false })).toMatchObject({ status: 'missing', reason: 'required-empty' });
  });
});
