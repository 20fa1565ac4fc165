import { describe, expect, it } from 'vitest';
import { extractFields } from '../../../ocr/extract/extract.ts';
import { chooseFormByLabels } from '../../../ocr/extract/pairs/choose-form.ts';
import { labelKey, parseLabels } from '../../../ocr/extract/pairs/labels.ts';
import { labelLikeness } from '../../../ocr/extract/pairs/likeness.ts';
import { traceFields } from '../../../ocr/extract/trace.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { personForm } from '../../fixtures/extract/form.ts';
import { type LabelAndValue, labelForm, pairsOf, unregisteredPage } from '../../fixtures/extract/label-form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

type Texts = readonly LabelAndValue[];
const extract = (...texts: Texts) =>
  extractFields(labelForm, [unregisteredPage(pairsOf(...texts))], tables, calibration);
const valuesOf = (...texts: Texts) =>
  Object.fromEntries(
    Object.entries(extract(...texts))
      .filter(([, { value }]) => value !== null)
      .map(([pointer, { value }]) => [pointer, value]),
  );

describe('the labels of a page without a layout', () => {
  it('give fields by their titles in either language, normalised as the field is', () => {
    expect(valuesOf(['COGNOME', 'Rossi'], ['Given name', 'Mario'], ['Data di nascita', '10/12/1985'])).toEqual({
      '/richiedente/cognome': 'Rossi',
      '/richiedente/nome': 'Mario',
      '/richiedente/dataNascita': '1985-12-10',
    });
  });

  it.each([
    ['Nato/a il', '10.12.1985', '/richiedente/dataNascita', '1985-12-10'],
    ['Born on', '10/12/1985', '/richiedente/dataNascita', '1985-12-10'],
    ['C.F.', 'RSSMRA85T10A562S', '/richiedente/codiceFiscale', 'RSSMRA85T10A562S'],
    ['Recapito telefonico', '050 123456', '/richiedente/cellulare', '050 123456'],
    ['Reason for the request', 'A lost key', '/motivazione', 'A lost key'],
  ])('give them by the usual synonym "%s"', (label, text, pointer, value) => {
    expect(valuesOf([label, text])).toEqual({ [pointer]: value });
  });

  it('may have a character read wrong or a note beside them', () => {
    expect(valuesOf(['C0gnome', 'Rossi'], ['Data di nascita (gg/mm/aaaa)', '10/12/1985'])).toEqual({
      '/richiedente/cognome': 'Rossi',
      '/richiedente/dataNascita': '1985-12-10',
    });
  });

  it('are of nothing where they only contain the name of a field', () => {
    expect(valuesOf(['Nome della scuola frequentata', 'Galilei'], ['Numero di protocollo', '12'])).toEqual({});
  });

  it('tell two persons by the part of the form that they name, else by their order', () => {
    const both = { '/richiedente/cognome': 'Rossi', '/delegato/cognome': 'Bianchi' };
    expect(valuesOf(['Cognome', 'Rossi'], ['Nome', 'Mario'], ['Cognome', 'Bianchi'])).toMatchObject(both);
    expect(valuesOf(['Cognome del delegato', 'Bianchi'], ['Cognome del richiedente', 'Rossi'])).toEqual(both);
  });

  it('have all lines of a text, but of other fields the likeliest value', () => {
    expect(valuesOf(['Motivazione', 'Chiavi perse'], ['Motivazione', 'in biblioteca'])).toEqual({
      '/motivazione': 'Chiavi perse in biblioteca',
    });
    expect(valuesOf(['Cognome', 'pagina 1', 0.3], ['Cognome', 'Rossi', 0.9])).toEqual({
      '/richiedente/cognome': 'Rossi',
    });
    expect(valuesOf(['Codice fiscale', 'RSSMRA85', 0.9], ['Codice fiscale', 'T10A562S', 0.8])).toEqual({
      '/richiedente/codiceFiscale': 'RSSMRA85T10A562S',
    });
  });

  it('say that a value was repaired which reading settled by its kind, and keep what was read', () => {
    const [pair] = pairsOf(['Codice fiscale', 'RSSMRA85T10A562S']);
    const pairs = pair === undefined ? [] : [{ ...pair, read: 'RSSMRA8ST1OA562S' }];
    const page = unregisteredPage(pairs);
    expect(extractFields(labelForm, [page], tables, calibration)['/richiedente/codiceFiscale']).toMatchObject({
      value: 'RSSMRA85T10A562S',
      raw: 'RSSMRA8ST1OA562S',
      candidates: ['RSSMRA8ST1OA562S'],
    });
    const [trace] = traceFields(labelForm, [page], tables).filter(({ evidence: { raw } }) => raw !== '');
    expect(trace?.evidence.normalised.repaired).toBe(true);
  });

  it('take a value that has two for the likelier', () => {
    const [beside, above] = pairsOf(['Cognome', 'Rossi', 0.8], ['Nome', 'Rossi', 0.4]);
    const pairs = [beside, above].flatMap((pair) => (pair && beside ? [{ ...pair, value: beside.value }] : []));
    const fields = extractFields(labelForm, [unregisteredPage(pairs)], tables, calibration);
    expect(fields['/richiedente/cognome']?.value).toBe('Rossi');
    expect(fields['/richiedente/nome']?.value).toBeNull();
  });

  it('give the code whose title is written, and no other', () => {
    expect(valuesOf(['Modalità', 'per posta'])).toEqual({ '/modalita': 'posta' });
    expect(extract(['Modalità', 'piccione'])['/modalita']).toMatchObject({ value: null, raw: 'piccione' });
  });
});

describe('a field of a form without a layout', () => {
  const fields = extract(['Cognome', 'Rossi'], ['Data di nascita', '31/02/1985'], ['Firma', 'Mario Rossi']);

  it('is never accepted without a person, however sure the pair is', () => {
    const sure = extract(['Cognome', 'Rossi', 1], ['Nome', 'Mario', 1], ['Data', '01/10/2026', 1]);
    expect(Object.values(sure).map(({ status }) => status)).not.toContain('accepted');
    expect(sure['/richiedente/cognome']).toMatchObject({ status: 'doubtful', reason: 'found-by-label', confidence: 1 });
  });

  it('tells where its value stands and what was read', () => {
    expect(fields['/richiedente/cognome']).toMatchObject({ raw: 'Rossi', page: 0, boxPx: [500, 100, 900, 140] });
  });

  it('is invalid where the value breaks a rule, and not read where no label was found', () => {
    expect(fields['/richiedente/dataNascita']).toMatchObject({ status: 'invalid', reason: 'impossible-date' });
    expect(fields['/richiedente/nome']).toMatchObject({ value: null, status: 'doubtful', reason: 'not-read' });
  });

  it('is left to a person when it is a signature, or a row of which no table is there', () => {
    expect(fields['/firma']).toMatchObject({ value: null, reason: 'not-read' });
    expect(Object.keys(fields).filter((pointer) => pointer.startsWith('/familiari'))).toEqual([]);
  });
});

describe('a page that registers on no form', () => {
  const filled = pairsOf(['Cognome', 'Rossi'], ['Nome', 'Mario'], ['Nato il', '10/12/1985'], ['Data', '01/10/2026']);
  const other = { ...labelForm, manifest: { ...labelForm.manifest, id: 'altra' } };

  it('is of the only form without a layout that its labels fit', () => {
    expect(chooseFormByLabels([personForm, labelForm], filled, tables)).toBe(labelForm);
  });

  it('is of none where two fit, where too little is found, or where every form is drawn', () => {
    expect(chooseFormByLabels([labelForm, other], filled, tables)).toBeNull();
    expect(chooseFormByLabels([personForm], filled, tables)).toBeNull();
    expect(chooseFormByLabels([labelForm], filled.slice(0, 2), tables)).toBeNull();
    expect(chooseFormByLabels([labelForm], [], tables)).toBeNull();
    const letter = pairsOf(['Data', '01/10/2026'], ['Oggetto', 'Chiavi'], ['Tel.', '050 123456']);
    expect(chooseFormByLabels([labelForm], letter, tables)).toBeNull();
  });
});

describe('a label', () => {
  it('is compared without case, accents, punctuation and idle words', () => {
    expect(labelKey('  Località di NASCITA (*): ')).toBe('localita nascita');
    expect(labelKey('dataNascita')).toBe('data nascita');
    expect(labelKey('C.A.P.')).toBe('cap');
  });

  it('is like a name as far as it is spelt so', () => {
    expect(labelLikeness('cognome', 'cognome')).toBe(1);
    expect(labelLikeness('cogn0me', 'cognome')).toBeCloseTo(6 / 7);
    expect(labelLikeness('nome', 'cognome')).toBe(0);
    expect(labelLikeness('cap', 'cup')).toBe(0);
  });

  it('means one kind of value alone', () => {
    const keys = [...tables.labels.kinds].flatMap(([, names]) => [...new Set(names)]);
    const shared = keys.filter((key, index) => keys.indexOf(key) !== index);
    expect(shared).toEqual([]);
  });

  it('is refused under a kind that there is not', () => {
    const names = { it: ['Nome'], en: ['Name'] };
    expect(() => parseLabels(JSON.stringify({ kinds: { nickname: names }, fields: {} }))).toThrow('kinds');
  });
});
