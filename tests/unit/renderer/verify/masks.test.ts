import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Field, type FieldKind, fieldKindSchema } from '../../../../contract/document.ts';
import { textOfValue, verdictOfText } from '../../../../renderer/screens/verify/entry/field-text.ts';
import { maskOfKind } from '../../../../renderer/screens/verify/entry/masks/masks.ts';
import { drawnFields } from '../../../fixtures/renderer/fields.ts';

const dress = (kind: FieldKind, text: string) => maskOfKind(kind).dress(text);
const check = (kind: FieldKind, text: string) => maskOfKind(kind).check(dress(kind, text));
const rest = (kind: FieldKind, text: string) => maskOfKind(kind).rest(dress(kind, text), 'gg/mm/aaaa');
const gap = '\u00a0';

/** As a keyboard gives it: each character put behind what the mask made of those before it. */
function typed(kind: FieldKind, keys: string): string {
  return [...keys].reduce((text, key) => dress(kind, text + key), '');
}

describe('every mask', () => {
  const kinds = fc.constantFrom(...fieldKindSchema.options);

  test('leaves as it is what it made itself', () => {
    fc.assert(
      fc.property(kinds, fc.string({ unit: 'binary' }), (kind, text) => {
        expect(dress(kind, dress(kind, text))).toBe(dress(kind, text));
      }),
    );
  });

  test('takes nothing out but separators, so that whatever the paper says can be written', () => {
    const written = fc.string({ unit: fc.constantFrom(...'ABC0123456789?*àß') });
    const inCapitals = (text: string) => text.toUpperCase().replace(/[\s/]/g, '');
    fc.assert(
      fc.property(kinds, written, (kind, text) => {
        expect(inCapitals(dress(kind, text))).toBe(inCapitals(text));
      }),
    );
  });

  test('says nothing where nothing is written', () => {
    for (const kind of fieldKindSchema.options) expect(check(kind, '')).toBeNull();
  });
});

describe('a date', () => {
  test('has its strokes put in, and is taken as people write it', () => {
    expect(typed('date', '07031984')).toBe('07/03/1984');
    expect(typed('date', '7/3/1984')).toBe('7/3/1984');
    expect(typed('date', '7.3.84')).toBe('7/3/84');
    expect(typed('date', '7 marzo 1984')).toBe('7/03/1984');
    expect(dress('date', '1984-03-07')).toBe('07/03/1984');
  });

  test('shows what is still to be keyed', () => {
    expect(rest('date', '')).toBe('gg/mm/aaaa');
    expect(rest('date', '07')).toBe('/mm/aaaa');
    expect(rest('date', '07/0')).toBe('m/aaaa');
    expect(rest('date', '07/03/1984')).toBe('');
    expect(check('date', '07/03/19')).toEqual({ kind: 'missing', count: 2 });
  });

  test('tells what cannot be, and keeps it', () => {
    expect(check('date', '07/03/1984')).toBeNull();
    expect(check('date', '31/04/1984')).toEqual({ kind: 'no-such-day' });
    expect(check('date', '45')).toEqual({ kind: 'no-such-day' });
    expect(check('date', '3l/12/1980')).toEqual({ kind: 'unfit', characters: 'l' });
    expect(dress('date', '3l/12/1980')).toBe('3l/12/1980');
    expect(check('date', '07/03/19845')).toEqual({ kind: 'surplus', count: 1 });
  });
});

describe('codes', () => {
  test('come in capitals and without gaps, however they are written', () => {
    expect(dress('codice-fiscale', 'frr lvc-84c47 h612z')).toBe('FRRLVC84C47H612Z');
    expect(dress('province', 't.n.')).toBe('TN');
    expect(dress('plate', 'gf 742 kl')).toBe('GF742KL');
    expect(dress('partita-iva', 'IT 00743110157')).toBe('00743110157');
    expect(dress('surname', 'D’Angelo')).toBe('D’Angelo');
  });

  test('show how much is missing', () => {
    expect(check('codice-fiscale', 'FRRLVC84C47')).toEqual({ kind: 'missing', count: 5 });
    expect(rest('codice-fiscale', 'FRRLVC84C47')).toBe('·····');
    expect(rest('cap', '38')).toBe('···');
    expect(check('plate', 'GF7')).toEqual({ kind: 'missing', count: 2 });
    expect(check('codice-fiscale', 'FRRLVC84C47H612Z')).toBeNull();
  });

  test('tell what does not belong where it stands, and what is too much', () => {
    expect(check('codice-fiscale', 'FRRLVC84C4?H612Z')).toEqual({ kind: 'unfit', characters: '?' });
    expect(check('codice-fiscale', 'FRR1VC84C47H612Z')).toEqual({ kind: 'unfit', characters: '1' });
    expect(check('cap', '38O68')).toEqual({ kind: 'unfit', characters: 'O' });
    expect(check('cap', '380681')).toEqual({ kind: 'surplus', count: 1 });
    expect(check('province', 'TRE')).toEqual({ kind: 'surplus', count: 1 });
  });

  test('may be the letters of omocodia, or a provisional number', () => {
    expect(check('codice-fiscale', 'FRRLVCUQCQTHSMNZ')).toBeNull();
    expect(check('codice-fiscale', '12345678901')).toBeNull();
  });
});

describe('an IBAN', () => {
  test('stands in groups of four and is sent without gaps', () => {
    const shown = typed('iban', 'it60x0542811101000000123456');
    expect(shown).toBe('IT60 X054 2811 1010 0000 0123 456');
    expect(maskOfKind('iban').strip(shown)).toBe('IT60X0542811101000000123456');
    expect(check('iban', shown)).toBeNull();
    expect(rest('iban', 'IT60 X054 28')).toBe('·· ···· ···· ···· ···');
  });

  test('of another country has other places', () => {
    expect(check('iban', 'DE89370400440532013000')).toBeNull();
    expect(check('iban', 'IT60 0054')).toEqual({ kind: 'unfit', characters: '0' });
  });
});

describe('an amount', () => {
  test('has its thousands set apart as long as nobody wrote points', () => {
    expect(typed('amount', '1234567,5')).toBe(`1${gap}234${gap}567,5`);
    expect(typed('amount', '1.234,50')).toBe('1.234,50');
    expect(typed('amount', '12.50')).toBe('12.50');
    expect(dress('amount', '€ 1 200,00')).toBe(`1${gap}200,00`);
  });

  test('is told where it is none', () => {
    for (const fits of ['1', '12,', '12,5', '1.234,50', '1234.50', '12,--']) expect(check('amount', fits)).toBeNull();
    expect(check('amount', '1.23,50')).toEqual({ kind: 'no-amount' });
    expect(check('amount', '12 mila')).toEqual({ kind: 'unfit', characters: 'm i l a' });
  });
});

test('a telephone number keeps its groups', () => {
  expect(typed('phone', '0461/98 22-33')).toBe('0461/98 22-33');
  expect(check('phone', '+39 (0461) 98.22.33')).toBeNull();
  expect(check('phone', '0461')).toEqual({ kind: 'missing', count: 2 });
  expect(check('phone', '0461 98x')).toEqual({ kind: 'unfit', characters: 'x' });
});

describe('the editor', () => {
  const [drawn] = drawnFields();
  const fieldOf = (kind: FieldKind, value: Field['value']): Field => {
    if (drawn === undefined) throw new Error('the fixture has no field');
    return { ...drawn.field, kind, editor: { kind: 'text' }, value, open: true };
  };

  test('shows a value as its kind is written, and confirms it as it is', () => {
    const amount = fieldOf('amount', 1234.5);
    expect(textOfValue(amount, amount.value)).toBe(`1${gap}234,50`);
    expect(verdictOfText(amount, `1${gap}234,50`)).toEqual({ kind: 'confirm' });
    expect(verdictOfText(amount, `1${gap}234,60`)).toEqual({ kind: 'key', value: '1234,60' });
    const iban = fieldOf('iban', 'IT60X0542811101000000123456');
    expect(verdictOfText(iban, 'IT60 X054 2811 1010 0000 0123 456')).toEqual({ kind: 'confirm' });
  });

  test('leaves the codes of listed values as they are', () => {
    const listed = { ...fieldOf('province', 'trento'), editor: { kind: 'choice' as const, options: [] } };
    expect(textOfValue(listed, 'trento')).toBe('trento');
  });
});
