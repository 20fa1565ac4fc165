import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseStreet, normaliseStreetNumber } from '../../../ocr/extract/normalise/street.ts';
import { parseStreets } from '../../../ocr/extract/tables/streets.ts';
import { placeKey, type Tables } from '../../../ocr/extract/tables/tables.ts';
import { tables } from '../../fixtures/extract/tables.ts';

const csv = [
  "\uFEFFCODICE_COMUNE;CODICE_ISTAT;PROGRESSIVO_NAZIONALE;ODONIMO;LOCALITA'",
  'Z999;999999;1;VIA DEI TIGLI;',
  'Z999;999999;2;"CORSO UMBERTO I";',
  'Z999;999999;3;VIA DEI TIGLI;Frazione',
  '',
].join('\r\n');
const names = parseStreets(csv) ?? [];
const withStreets: Tables = { ...tables, streets: new Map(names.map((name) => [placeKey(name), name])) };

describe('a list of streets', () => {
  it('gives no stop to the word that says what a street is', () => {
    expect(normaliseStreet('CORSO. UMBERTO I', tables).value).toBe('CORSO UMBERTO I');
    expect(normaliseStreet('C.SO UMBERTO I', tables).value).toBe('C.SO UMBERTO I');
  });

  it('gives each name once, whatever else its lines say', () => {
    expect(names).toEqual(['VIA DEI TIGLI', 'CORSO UMBERTO I']);
  });

  it('is none without the column of the names', () => {
    expect(parseStreets('NOME;CAP\nVia Roma;00100\n')).toBeNull();
  });
});

describe('a street', () => {
  it('that is listed is corroborated, however it is written', () => {
    expect(normaliseStreet('Via dei Tigli', withStreets)).toMatchObject({ value: 'Via dei Tigli', corroborated: true });
  });

  it('that is nearly one of the list keeps its reading and has that one as candidate', () => {
    const near = normaliseStreet('Via dei Tiqli', withStreets);
    expect(near).toMatchObject({ value: 'Via dei Tiqli', corroborated: false, candidates: ['VIA DEI TIGLI'] });
  });

  it('is never changed by the list', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}$/), (street) => {
        expect(normaliseStreet(street, withStreets).value).toBe(normaliseStreet(street, tables).value);
      }),
    );
  });
});

describe('a stroke at the end of a street', () => {
  it('is an I by itself, and dirt behind a letter', () => {
    expect(normaliseStreet('Corso Umberto |', tables).value).toBe('Corso Umberto I');
    expect(normaliseStreet('CORSO GARIBALDI!', tables).value).toBe('CORSO GARIBALDI');
  });
});

describe('the number of a house', () => {
  it('begins with a digit where a stroke stands before others, and says so', () => {
    expect(normaliseStreetNumber('L50')).toMatchObject({ value: '150', repaired: true });
    expect(normaliseStreetNumber('l2/A')).toMatchObject({ value: '12/A', repaired: true });
  });

  it.each([
    ['180/C°', '180/C'],
    ['12 bis', '12 bis'],
    ['SNC', 'SNC'],
    ['7/a', '7/a'],
  ])('%s is %s', (read, value) => {
    expect(normaliseStreetNumber(read)).toMatchObject({ value, repaired: false });
  });
});
