import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeField } from '../../../ocr/extract/describe.ts';
import { type Evidence, noSupport } from '../../../ocr/extract/evidence.ts';
import { extractFields } from '../../../ocr/extract/extract.ts';
import { normaliseComune, normaliseCountry, normaliseProvince } from '../../../ocr/extract/normalise/place.ts';
import { placeName } from '../../../ocr/extract/normalise/place-name.ts';
import { type PlaceContext, repairComune } from '../../../ocr/extract/repair/comune.ts';
import { repairProvince } from '../../../ocr/extract/repair/province.ts';
import { placeKey } from '../../../ocr/extract/tables/tables.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { invented, personForm, readPage } from '../../fixtures/extract/form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

const description = describeField(personForm.schema, '/person/place');
function evidenceOf(raw: string, normalised: Evidence['normalised']): Evidence {
  if (description === null) throw new Error('the form has a place');
  const common = {
    characters: [],
    confidence: 0.97,
    support: noSupport,
    spelling: null,
    isDashed: false,
    source: 'text' as const,
    hasManyLines: false,
    opinions: [],
    inCells: false,
    handwritten: false,
    byPen: false,
    doubt: null,
    page: 0,
    box: null,
  };
  return { ...common, description, raw, normalised, policy: 'accept' };
}
const nothingKnown: PlaceContext = { date: null, code: null, province: null };
const repair = (raw: string, context: PlaceContext) =>
  repairComune(evidenceOf(raw, normaliseComune(raw, tables)), context, tables).normalised;
const today = tables.comuni.filter(({ to, name }) => to === null && name.length >= 5);

describe('the name of a state', () => {
  it('speaks for itself where the list has it, and is kept where it has not', () => {
    expect(normaliseCountry('Albania', tables)).toMatchObject({ value: 'Albania', corroborated: true, problem: null });
    expect(normaliseCountry('Gran Bretagna', tables)).toMatchObject({ value: 'Gran Bretagna', corroborated: false });
    expect(normaliseCountry('', tables)).toMatchObject({ value: null, corroborated: false, problem: null });
  });
});

describe('the name of a comune', () => {
  it('that is known is never changed, whatever the other fields say', () => {
    fc.assert(
      fc.property(fc.constantFrom(...today), fc.constantFrom('H501', null), ({ name }, code) => {
        expect(repair(name, { ...nothingKnown, code })).toMatchObject({ value: name, repaired: false });
      }),
      { numRuns: 40 },
    );
  });

  it('has its accents back where the reader missed them, and only there', () => {
    const value = (raw: string) => normaliseComune(raw, tables).value;
    expect(['FORLI', 'Forli', 'Forlì', 'SAN DONA DI PIAVE'].map(value)).toEqual([
      'FORLÌ',
      'Forlì',
      'Forlì',
      'SAN DONÀ DI PIAVE',
    ]);
    expect(["Forli'", "L'Aquila", 'Taranto', 'Libano'].map(value)).toEqual(["Forli'", "L'Aquila", 'Taranto', 'Libano']);
  });

  it('with one wrong letter becomes the one that the code demands, or stays open: never another comune', () => {
    let repaired = 0;
    fc.assert(
      fc.property(fc.constantFrom(...today), fc.nat(30), fc.constantFrom(...'QXKW'), ({ name, code }, at, letter) => {
        const place = at % name.length;
        const raw = name.slice(0, place) + letter + name.slice(place + 1);
        fc.pre(normaliseComune(raw, tables).problem === 'unknown-comune');
        const { value, problem } = repair(raw, { ...nothingKnown, code });
        if (problem !== null) return;
        repaired += 1;
        const codes = tables.comuniByName.get(placeKey(String(value)))?.map((comune) => comune.code);
        expect(codes).toContain(code);
      }),
      { numRuns: 60 },
    );
    expect(repaired).toBeGreaterThan(40);
  });

  it('stays open, with candidates, where two comuni are as near and nothing tells them apart', () => {
    expect(repair('Bosno', nothingKnown)).toMatchObject({ value: 'Bosno', problem: 'unknown-comune' });
    expect(repair('Bosno', nothingKnown).candidates.length).toBeGreaterThan(1);
  });

  it('stays open where the only near one was suppressed before the date', () => {
    expect(repair('Abbadia Alpixa', { ...nothingKnown, date: '1920-01-01' }).value).toBe('Abbadia Alpina');
    expect(repair('Abbadia Alpixa', { ...nothingKnown, date: '1950-01-01' }).problem).toBe('unknown-comune');
  });

  it('becomes the only state that is as near, where no other field asks for a comune', () => {
    expect(repair('Pegno Unito', nothingKnown)).toMatchObject({ value: 'Regno Unito', repaired: true });
    expect(repair('FILIPPNE', nothingKnown).value).toBe('FILIPPINE');
    expect(repair('Pegno Unito', { ...nothingKnown, province: 'TA' }).problem).toBe('unknown-comune');
  });

  it('is accepted as repaired only where a codice fiscale confirms it', () => {
    const place = 'San Giuliamo Terme';
    const fields = extractFields(personForm, [readPage({ ...invented, place }, ['male'])], tables, calibration);
    expect(fields['/person/place']).toMatchObject({
      value: 'San Giuliano Terme',
      status: 'accepted',
      reason: 'repaired',
    });
    const alone = extractFields(
      personForm,
      [readPage({ ...invented, place, code: '' }, ['male'])],
      tables,
      calibration,
    );
    expect(alone['/person/place']).toMatchObject({ status: 'doubtful', reason: 'repaired' });
  });

  it('is found with accents that the table writes as apostrophes, and mended with them', () => {
    expect(normaliseComune("Trinità d'Agultu e Vignola", tables)).toMatchObject({
      value: "Trinità d'Agultu e Vignola",
      problem: null,
    });
    expect(repair('San Donà di Piaue', nothingKnown).value).toBe('San Donà di Piave');
    expect(repair("Trinità d'Agultv e Vignola", nothingKnown).value).toBe("Trinità d'Agultu e Vignola");
  });

  it('is written as the paper writes', () => {
    expect(placeName("SAN DONA' DI PIAVE", 'San Dona di Piaye')).toBe('San Donà di Piave');
    expect(placeName("REGGIO NELL'EMILIA", 'Reggio nell Emilia')).toBe("Reggio nell'Emilia");
    expect(placeName('LA SPEZIA', 'La Spezja')).toBe('La Spezia');
    expect(placeName("FORLI'", 'F0RLI')).toBe('FORLÌ');
  });
});

describe('the letters of a province', () => {
  const letters = (raw: string, comune: string | null) =>
    repairProvince(evidenceOf(raw, normaliseProvince(raw, tables)), comune, tables).normalised;

  it('of which one is missing or wrong are those of the comune', () => {
    expect(letters('P', 'Venosa')).toMatchObject({ value: 'PZ', repaired: true, problem: null });
    expect(letters('PX', 'Venosa')).toMatchObject({ value: 'PZ', repaired: true });
  });

  it('stay as they are where they are a province, or far from every one of the comune', () => {
    expect(letters('MT', 'Venosa')).toMatchObject({ value: 'MT', repaired: false });
    expect(letters('XQ', 'Venosa')).toMatchObject({ value: 'XQ', problem: 'unknown-code' });
    expect(letters('P', null).problem).toBe('unknown-code');
  });
});
