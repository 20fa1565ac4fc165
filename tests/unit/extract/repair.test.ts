import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeCodiceFiscale, isCodiceFiscale } from '../../../ocr/extract/codes/codice-fiscale.ts';
import { extractFields } from '../../../ocr/extract/extract.ts';
import { normaliseDate } from '../../../ocr/extract/normalise/date.ts';
import { normaliseIban } from '../../../ocr/extract/normalise/iban.ts';
import { normalisePartitaIva } from '../../../ocr/extract/normalise/partita-iva.ts';
import { repairReading } from '../../../ocr/extract/repair/repair-reading.ts';
import { clearLead, clearlyFirst, findVariants } from '../../../ocr/extract/repair/variants.ts';
import type { Character } from '../../../ocr/model/reading.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { italianIban, partitaIva, person } from '../../fixtures/extract/codes.ts';
import { invented, personForm, readPage } from '../../fixtures/extract/form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

/** Characters as sure as `sure`, but for the places that are named. */
const characters = (text: string, sure: number, unsure: Readonly<Record<number, number>> = {}): Character[] =>
  [...text].map((character, place) => ({ text: character, confidence: unsure[place] ?? sure }));
const replaceAt = (text: string, place: number, character: string) =>
  text.slice(0, place) + character + text.slice(place + 1);

describe('variants of a reading', () => {
  it('come likeliest first, change two characters at most, and never repeat the reading', () => {
    const confidences = fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(confidences, (sure) => {
        const read = sure.map((confidence): Character => ({ text: 'a', confidence }));
        const variants = findVariants(read, () => ['b', 'c']);
        const costs = variants.map(({ cost }) => cost);
        expect(costs).toEqual(costs.toSorted((left, right) => left - right));
        for (const { text } of variants) {
          const changed = [...text].filter((character) => character !== 'a').length;
          expect(changed).toBeGreaterThanOrEqual(1);
          expect(changed).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('take the characters that the engine thought of instead of look-alikes, by their odds', () => {
    const read: Character[] = [
      { text: 'A', confidence: 0.9, alternatives: [{ text: 'R', probability: 0.09 }] },
      { text: 'O', confidence: 0.98, alternatives: [] },
    ];
    const variants = findVariants(read, () => ['4']);
    expect(variants.map(({ text }) => text)).toEqual(['RO']);
    expect(variants[0]?.cost).toBeCloseTo(Math.log(10));
  });

  it('have a first only when it is clearly ahead of the second', () => {
    expect(clearlyFirst([{ cost: 1 }, { cost: 1 + clearLead }])).toEqual({ cost: 1 });
    expect(clearlyFirst([{ cost: 1 }, { cost: 0.9 + clearLead }])).toBeNull();
    expect(clearlyFirst([])).toBeNull();
  });
});

describe('a code with one misread character', () => {
  const kinds = [
    ['partita-iva', partitaIva, normalisePartitaIva, ['38', '83', '08', '80', '56', '65', '49', '94', '17', '71']],
    ['iban', italianIban, normaliseIban, ['38', '83', '5S', 'S5', '8B', 'B8', '0O', 'O0', '2Z', 'Z2']],
  ] as const;

  it.each(kinds)(
    '%s: is repaired to the one that was written when just that character was unsure, or stays broken when by chance another passes too',
    (kind, codes, normalise, pairs) => {
      let coincidences = 0;
      fc.assert(
        fc.property(codes, fc.nat(26), fc.constantFrom(...pairs), (code, from, pair) => {
          const place = code.indexOf(pair.charAt(0), from);
          fc.pre(place >= 0);
          const read = replaceAt(code, place, pair.charAt(1));
          const normalised = normalise(read);
          fc.pre(normalised.problem !== null);
          const repaired = repairReading(kind, characters(read, 0.999, { [place]: 0.3 }), normalised, normalise);
          if (repaired.problem === null) {
            expect(repaired).toMatchObject({ value: code, repaired: true });
          } else {
            coincidences += 1;
            expect(repaired).toMatchObject({ value: normalised.value, candidates: expect.arrayContaining([code]) });
            expect(repaired.candidates.length).toBeGreaterThan(1);
          }
        }),
      );
      // Two of 5,000 account numbers, and no VAT number.
      expect(coincidences).toBeLessThanOrEqual(2);
    },
  );

  it.each(kinds)(
    '%s: is left broken, with candidates, when several characters are as unsure',
    (kind, codes, normalise, pairs) => {
      let severalPlausible = 0;
      fc.assert(
        fc.property(codes, fc.constantFrom(...pairs), (code, pair) => {
          const place = code.indexOf(pair.charAt(0));
          fc.pre(place >= 0);
          const read = replaceAt(code, place, pair.charAt(1));
          const normalised = normalise(read);
          fc.pre(normalised.problem !== null);
          const repaired = repairReading(kind, characters(read, 0.6), normalised, normalise);
          if (repaired.problem === null) {
            // What is taken says so, and is therefore shown to a person.
            expect(repaired.repaired).toBe(true);
            expect(repaired.corroborated).toBe(false);
          } else if (repaired.candidates.length > 1) {
            severalPlausible += 1;
            expect(repaired.value).toBe(normalised.value);
          }
        }),
      );
      expect(severalPlausible).toBeGreaterThan(0);
    },
  );
});

describe('an impossible date', () => {
  it('is repaired where one unsure digit makes it possible, and is then told as repaired', () => {
    const read = '38/12/1985';
    const repaired = repairReading('date', characters(read, 0.99, { 1: 0.4 }), normaliseDate(read), normaliseDate);
    expect(repaired).toMatchObject({ value: '1985-12-30', repaired: true, problem: null });
  });

  it('stays impossible where several days are as likely', () => {
    const read = '81/12/1985';
    const repaired = repairReading('date', characters(read, 0.5), normaliseDate(read), normaliseDate);
    expect(repaired.problem).toBe('impossible-date');
    expect(repaired.candidates.length).toBeGreaterThan(0);
  });
});

describe('a codice fiscale that fails its check', () => {
  const places = {
    H501: 'Roma',
    L049: 'Taranto',
    A562: 'San Giuliano Terme',
    F205: 'Milano',
    Z110: 'Francia',
  } as const;
  const paperDate = (iso: string) => iso.split('-').toReversed().join('/');
  const anyCharacter = fc.constantFrom(...'ABCDEFGHILMNOPRSTUVZ0123456789');

  it('is accepted as the code of another person only by the coincidence that its check character lets through', () => {
    let coincidences = 0;
    fc.assert(
      fc.property(
        person,
        fc.array(fc.tuple(fc.nat(15), anyCharacter), { minLength: 1, maxLength: 3 }),
        fc.option(fc.tuple(fc.constantFrom(0, 1, 3, 4, 8, 9), fc.nat(9))),
        fc.double({ min: 0.4, max: 0.99, noNaN: true }),
        (facts, misread, wrongDigit, confidence) => {
          const truth = computeCodiceFiscale(facts);
          const code = misread.reduce((text, [place, character]) => replaceAt(text, place, character), truth);
          fc.pre(!isCodiceFiscale(code));
          const date = paperDate(facts.birthDate);
          const born = wrongDigit === null ? date : replaceAt(date, wrongDigit[0], String(wrongDigit[1]));
          const texts = { ...invented, surname: facts.surname, name: facts.givenName, born, code };
          const page = readPage(
            { ...texts, place: places[facts.birthPlaceCode] },
            [facts.sex === 'M' ? 'male' : 'female'],
            (reading) =>
              reading.kind === 'text' && reading.zone === 'code'
                ? { ...reading, reading: { ...reading.reading, confidence } }
                : reading,
          );
          const field = extractFields(personForm, [page], tables, calibration)['/person/code'];
          if (field?.status !== 'accepted') return;
          expect(field.reason).toBe('repaired');
          if (field.value === truth) return;
          // Code and date were misread alike, and what the date puts in happens to fit the check character: 1 in 26.
          expect(isCodiceFiscale(String(field.value))).toBe(true);
          expect(born).not.toBe(date);
          coincidences += 1;
        },
      ),
      { numRuns: 150 },
    );
    expect(coincidences).toBeLessThanOrEqual(2);
  });

  it('is repaired to what was written, and accepted, where one character is misread and all fields are right', () => {
    let accepted = 0;
    fc.assert(
      fc.property(person, fc.nat(15), anyCharacter, (facts, place, character) => {
        const truth = computeCodiceFiscale(facts);
        const code = replaceAt(truth, place, character);
        fc.pre(!isCodiceFiscale(code));
        const texts = { ...invented, surname: facts.surname, name: facts.givenName, code };
        const page = readPage({ ...texts, born: paperDate(facts.birthDate), place: places[facts.birthPlaceCode] }, [
          facts.sex === 'M' ? 'male' : 'female',
        ]);
        const field = extractFields(personForm, [page], tables, calibration)['/person/code'];
        if (field?.status === 'accepted') accepted += 1;
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(240);
  });

  it('stays doubtful where no field speaks of the character that was put in', () => {
    const fields = extractFields(
      personForm,
      [readPage({ ...invented, place: '', code: 'RSSMRA85T10AS62S' }, ['male'])],
      tables,
      calibration,
    );
    expect(fields['/person/code']).toMatchObject({ value: invented.code, reason: 'repaired', status: 'accepted' });
    const guessed = extractFields(
      personForm,
      [readPage({ ...invented, place: '', code: 'RSSMRA85T10A662S' }, ['male'])],
      tables,
      calibration,
    );
    expect(guessed['/person/code']?.status).not.toBe('accepted');
  });

  it('is what the other fields demand where one of its characters could not be read, and stays doubtful', () => {
    const codeOf = (code: string, marks: string[]) =>
      extractFields(personForm, [readPage({ ...invented, code }, marks)], tables, calibration)['/person/code'];
    for (const marks of [['male'], []]) {
      expect(codeOf('RSSMRA8?T10A562S', marks)).toMatchObject({ value: invented.code, reason: 'repaired' });
      expect(codeOf('RSTNRA85T10A562S', marks)).toMatchObject({ value: invented.code, status: 'doubtful' });
    }
  });

  it('tells a birth date that no calendar has, where nearly all of it was read', () => {
    const bornAs = (born: string) =>
      extractFields(personForm, [readPage({ ...invented, born }, ['male'])], tables, calibration)['/person/born'];
    expect(bornAs('10/12/1585')).toMatchObject({ value: '1985-12-10', status: 'accepted', reason: 'repaired' });
    expect(bornAs('10/42/1935')).toMatchObject({ value: '1985-12-10' });
    expect(bornAs('77/77/1985')).toMatchObject({ status: 'invalid', reason: 'impossible-date' });
  });

  it('tells which of two marks is meant for the sex, for a person to confirm, where it was read itself', () => {
    const sexBy = (code: string, marks: string[]) =>
      extractFields(personForm, [readPage({ ...invented, code }, marks)], tables, calibration)['/person/sex'];
    expect(sexBy(invented.code, ['male', 'female'])).toMatchObject({
      value: 'M',
      candidates: ['F'],
      status: 'doubtful',
      reason: 'several-marks',
    });
    expect(sexBy('RSSMRA85T1XA562S', ['male', 'female'])).toMatchObject({ value: null, reason: 'several-marks' });
    expect(sexBy(invented.code, ['female'])).toMatchObject({ value: 'F', reason: 'disagrees-with-codice-fiscale' });
  });

  it('is not made to fit by fields alone where its check character was read otherwise', () => {
    const fields = extractFields(
      personForm,
      [readPage({ ...invented, place: '', code: 'RSTNRA85T10A562X' }, ['male'])],
      tables,
      calibration,
    );
    expect(fields['/person/code']).toMatchObject({ reason: 'check-character', status: 'invalid' });
  });

  it('is not borne out by a field that was itself repaired', () => {
    const page = (born: string) => readPage({ ...invented, born, code: 'RSSMRA85T1XA562S' }, ['male']);
    const right = extractFields(personForm, [page('10/12/1985')], tables, calibration);
    expect(right['/person/code']).toMatchObject({ value: invented.code, status: 'accepted', reason: 'repaired' });
    const repaired = extractFields(personForm, [page('1O/12/1985')], tables, calibration);
    expect(repaired['/person/code']).toMatchObject({ value: invented.code, status: 'doubtful', reason: 'repaired' });
    expect(repaired['/person/born']).toMatchObject({ value: '1985-12-10', status: 'doubtful', reason: 'repaired' });
  });
});
