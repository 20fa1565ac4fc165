import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCharacter,
  computeCodiceFiscale,
  isCodiceFiscale,
  parseCodiceFiscale,
  withoutOmocodia,
} from '../../../ocr/extract/codes/codice-fiscale.ts';
import { normaliseCodiceFiscale } from '../../../ocr/extract/normalise/codice-fiscale.ts';
import { person } from '../../fixtures/extract/codes.ts';
import { tables } from '../../fixtures/extract/tables.ts';

const omocodiaPlaces = [14, 13, 12, 10, 9, 7, 6];
function makeOmocode(code: string, places: number): string {
  const letters = [...code.slice(0, 15)];
  for (const place of omocodiaPlaces.slice(0, places)) letters[place] = 'LMNPQRSTUV'[Number(letters[place])] ?? '';
  return letters.join('') + checkCharacter(letters.join(''));
}

describe('codice fiscale', () => {
  it('is computed as the published examples have it', () => {
    expect(
      computeCodiceFiscale({
        surname: 'Rossi',
        givenName: 'Mario',
        birthDate: '1985-12-10',
        sex: 'M',
        birthPlaceCode: 'A562',
      }),
    ).toBe('RSSMRA85T10A562S');
    expect(
      computeCodiceFiscale({
        surname: 'Moretti',
        givenName: 'Matteo',
        birthDate: '1991-04-08',
        sex: 'M',
        birthPlaceCode: 'F205',
      }),
    ).toBe('MRTMTT91D08F205J');
  });

  it('takes vowels and X where consonants are few, and skips the second of four consonants of a given name', () => {
    const code = computeCodiceFiscale({
      surname: 'Fo',
      givenName: 'Gianfranco',
      birthDate: '1926-03-24',
      sex: 'M',
      birthPlaceCode: 'L049',
    });
    expect(code.slice(0, 6)).toBe('FOXGFR');
  });

  it('gives back date, sex and place of any person', () => {
    fc.assert(
      fc.property(person, (facts) => {
        const parts = parseCodiceFiscale(computeCodiceFiscale(facts));
        expect(parts).toMatchObject({
          month: Number(facts.birthDate.slice(5, 7)),
          day: Number(facts.birthDate.slice(8, 10)),
          year: Number(facts.birthDate.slice(2, 4)),
          sex: facts.sex,
          birthPlaceCode: facts.birthPlaceCode,
        });
      }),
    );
  });

  it('is valid with any number of digits replaced by omocodia, and says the same of its person', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 1, max: 7 }), (facts, places) => {
        const code = computeCodiceFiscale(facts);
        const omocode = makeOmocode(code, places);
        expect(isCodiceFiscale(omocode)).toBe(true);
        expect(withoutOmocodia(omocode).slice(0, 15)).toBe(code.slice(0, 15));
        expect(parseCodiceFiscale(omocode)).toEqual(parseCodiceFiscale(code));
      }),
    );
  });

  it('is refused when any one of its first fifteen characters of the same parity class is another', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 25 }), (facts, place, shift) => {
        const code = computeCodiceFiscale(facts);
        const other = String.fromCharCode(65 + ((code.charCodeAt(place) - 65 + shift) % 26));
        expect(isCodiceFiscale(code.slice(0, place) + other + code.slice(place + 1))).toBe(false);
      }),
    );
  });
});

describe('a codice fiscale as it is read', () => {
  it('takes letters for digits where digits stand, and says that it did', () => {
    expect(normaliseCodiceFiscale('RSSMRA8ST1OA562S', tables)).toMatchObject({
      value: 'RSSMRA85T10A562S',
      repaired: true,
      problem: null,
    });
  });

  it('drops spaces and one superfluous character', () => {
    expect(normaliseCodiceFiscale('RSS MRA 85T10 A562S', tables).value).toBe('RSSMRA85T10A562S');
    expect(normaliseCodiceFiscale('|RSSMRA85T10A562S', tables).value).toBe('RSSMRA85T10A562S');
  });

  it('never makes a wrong check character right by itself: look-alikes are only proposed', () => {
    const read = normaliseCodiceFiscale('RSSMRA85T10A56ZS'.replace('Z', '3'), tables);
    expect(read).toMatchObject({ value: 'RSSMRA85T10A563S', problem: 'check-character' });
  });

  it('keeps the letters of omocodia, which stand for digits but are not misread ones', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 1, max: 7 }), (facts, places) => {
        const omocode = makeOmocode(computeCodiceFiscale(facts), places);
        expect(normaliseCodiceFiscale(omocode, tables)).toMatchObject({
          value: omocode,
          repaired: false,
          problem: null,
        });
      }),
    );
  });

  it('keeps a valid code of any person as it is', () => {
    fc.assert(
      fc.property(person, (facts) => {
        const code = computeCodiceFiscale(facts);
        expect(normaliseCodiceFiscale(code, tables)).toMatchObject({ value: code, repaired: false, problem: null });
      }),
    );
  });
});
