import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field, FieldKind } from '../../../../contract/document.ts';
import { differingCharacters } from '../../../../renderer/screens/verify/entry/differing.ts';
import { findDoubts } from '../../../../renderer/screens/verify/entry/doubts.ts';
import { beginEntry, chooseAll, type Typed, typeInto } from '../../../../renderer/screens/verify/entry/entry.ts';
import { placeAcross } from '../../../../renderer/screens/verify/entry/places.ts';
import { drawnFields } from '../../../fixtures/renderer/fields.ts';

function readAs(text: string, unsure: readonly number[], cells: number | null = null): NonNullable<Field['reading']> {
  const characters = [...text].map((character, place) => ({
    text: character,
    confidence: unsure.includes(place) ? 0.5 : 0.99,
  }));
  return { characters, cells, handwritten: false };
}

function textField(value: string, reading: Field['reading'], kind: FieldKind = 'text'): Field {
  const [first] = drawnFields();
  if (first === undefined) throw new Error('the fixture has no field');
  return { ...first.field, kind, editor: { kind: kind === 'date' ? 'date' : 'text' }, value, reading, open: true };
}

const keyed = (typed: string, caret: number): Typed => ({ typed, caret, isForward: false });

describe('doubtful characters', () => {
  const indices = (field: Field, text: string): number[] => findDoubts(field, text).map(({ index }) => index);

  test('are those read unsurely', () => {
    expect(indices(textField('ROSSI', readAs('ROSSI', [1, 4])), 'ROSSI')).toEqual([1, 4]);
  });

  test('are found where the value was repaired, and not where only its writing was changed', () => {
    expect(indices(textField('Rossi', readAs('ROSSI', [])), 'Rossi')).toEqual([]);
    expect(indices(textField('AB1', readAs('ABI', [])), 'AB1')).toEqual([2]);
    expect(indices(textField('AB12', readAs('AB2', [])), 'AB12')).toEqual([2]);
  });

  test('keep their places in a date, whose strokes are not read', () => {
    const field = textField('1984-03-07', readAs('07031984', [3, 7]), 'date');
    expect(indices(field, '07/03/1984')).toEqual([4, 9]);
  });

  test('are none in a field that needs no person', () => {
    expect(indices({ ...textField('ROSSI', readAs('ROSSI', [1])), open: false }, 'ROSSI')).toEqual([]);
  });
});

describe('the caret', () => {
  const field = textField('R0SS1', readAs('R0SS1', [1, 4]));

  test('begins on the first doubtful character, and goes on to the next when that is typed over', () => {
    const begun = beginEntry(field);
    expect(begun).toMatchObject({ start: 1, end: 2, doubts: [1, 4] });
    const once = typeInto(begun, 'text', keyed('ROSS1', 2));
    expect(once).toMatchObject({ text: 'ROSS1', start: 4, end: 5, doubts: [4] });
    const twice = typeInto(once, 'text', keyed('ROSSI', 5));
    expect(twice).toMatchObject({ text: 'ROSSI', start: 5, end: 5, doubts: [] });
  });

  test('stays where it is when text is put in elsewhere, and the marks move along', () => {
    const put = typeInto({ ...beginEntry(field), start: 0, end: 0 }, 'text', keyed('XR0SS1', 1));
    expect(put).toMatchObject({ start: 1, end: 1, doubts: [2, 5] });
  });

  test('takes the whole text where nothing in it is doubtful', () => {
    expect(beginEntry(textField('ROSSI', readAs('ROSSI', [])))).toMatchObject({ start: 0, end: 5 });
    expect(chooseAll(beginEntry(field))).toMatchObject({ start: 0, end: 5 });
  });

  test('keeps its place among separators that come by themselves, and passes them with Delete', () => {
    const iban = textField('IT60X0542811101000000123456', null, 'iban');
    const begun = beginEntry(iban);
    expect(begun.text).toBe('IT60 X054 2811 1010 0000 0123 456');
    const put = typeInto({ ...begun, text: 'IT60' }, 'iban', keyed('IT60X', 5));
    expect(put).toMatchObject({ text: 'IT60 X', start: 6, end: 6 });
    const taken = typeInto({ ...begun, text: 'IT60 X054' }, 'iban', { typed: 'IT60X054', caret: 4, isForward: true });
    expect(taken).toMatchObject({ text: 'IT60 X054', start: 5, end: 5 });
  });

  test('never leaves the text, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(20), (typed, at) => {
        const { text, start, end, doubts } = typeInto(
          beginEntry(field),
          'text',
          keyed(typed, Math.min(at, typed.length)),
        );
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
        for (const index of doubts) expect(index).toBeLessThan(text.length);
      }),
    );
  });
});

test('a candidate shows in which characters it differs', () => {
  expect([...differingCharacters('ROSSI', 'R0SSI')]).toEqual([1]);
  expect([...differingCharacters('LUIGI', 'LUIG')]).toEqual([4]);
  expect([...differingCharacters('ROSSI', 'ROSSI')]).toEqual([]);
});

describe('where a character stands', () => {
  test('is exact in the cells of a comb, blanks before the first one left out', () => {
    const reading = readAs(' 12', [], 5);
    expect(placeAcross(reading, 1)).toBeLessThan(0.5);
    expect(placeAcross(reading, 1) + placeAcross(reading, 2)).toBeCloseTo(1);
  });

  test('goes from left to right on a line', () => {
    const reading = readAs('Wilma', []);
    const places = [...'Wilma'].map((_, place) => placeAcross(reading, place));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(places.every((place) => place > 0 && place < 1)).toBe(true);
  });
});
