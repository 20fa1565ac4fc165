import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIban, italianCin } from '../../../ocr/extract/codes/iban.ts';
import { isPartitaIva } from '../../../ocr/extract/codes/partita-iva.ts';
import { normaliseAmount } from '../../../ocr/extract/normalise/amount.ts';
import { normaliseDocumentNumber } from '../../../ocr/extract/normalise/document-number.ts';
import { normaliseIban } from '../../../ocr/extract/normalise/iban.ts';
import { normalisePartitaIva } from '../../../ocr/extract/normalise/partita-iva.ts';
import { isPlausiblePhone, normalisePhone } from '../../../ocr/extract/normalise/phone.ts';
import { italianIban, partitaIva } from '../../fixtures/extract/codes.ts';

const replaceAt = (text: string, place: number, character: string) =>
  text.slice(0, place) + character + text.slice(place + 1);

describe('a partita IVA', () => {
  it('is eleven digits with their check digit, with or without the country before them', () => {
    fc.assert(
      fc.property(partitaIva, fc.constantFrom('', 'IT', 'IT ', 'it'), (code, prefix) => {
        expect(normalisePartitaIva(prefix + code)).toMatchObject({ value: code, repaired: false, problem: null });
      }),
    );
  });

  it('is never taken when one digit of it is another', () => {
    fc.assert(
      fc.property(partitaIva, fc.nat(10), fc.integer({ min: 1, max: 9 }), (code, place, shift) => {
        const wrong = replaceAt(code, place, String((Number(code[place]) + shift) % 10));
        expect(isPartitaIva(wrong)).toBe(false);
        expect(normalisePartitaIva(wrong).problem).toBe('check-character');
      }),
    );
  });

  it('says when letters were taken for its digits, and when it has too few', () => {
    expect(normalisePartitaIva('O0743110157')).toMatchObject({ value: '00743110157', repaired: true, problem: null });
    expect(normalisePartitaIva('0074311015').problem).toBe('pattern');
    expect(normalisePartitaIva('0000000 0000').problem).toBe('check-character');
  });
});

describe('an IBAN', () => {
  it('is known by its country, its check digits and the CIN of the published example', () => {
    expect(italianCin('0542811101000000123456')).toBe('X');
    expect(normaliseIban('IBAN: IT60 X054 2811 1010 0000 0123 456')).toMatchObject({
      value: 'IT60X0542811101000000123456',
      repaired: false,
      corroborated: true,
    });
    expect(normaliseIban('DE89 3704 0044 0532 0130 00').problem).toBeNull();
    expect(normaliseIban('DE89 3704 0044 0532 0130 0').problem).toBe('check-character');
  });

  /** The check letter takes 0 and A, 1 and B up to 9 and J for the same; one in 97 of these fits the check digits too. */
  const areTwins = (one: string, other: string) =>
    [one + other, other + one].some(([digit = '', letter = '']) => 'ABCDEFGHIJ'[Number(digit)] === letter);

  it('of Italy is never taken when one character of it is another, but for a letter that weighs as the digit', () => {
    fc.assert(
      fc.property(italianIban, fc.nat(26), fc.constantFrom(...'0123456789ABCXYZ'), (iban, place, other) => {
        fc.pre(iban[place] !== other && !areTwins(iban[place] ?? '', other));
        expect(isIban(iban)).toBe(true);
        expect(isIban(replaceAt(iban, place, other))).toBe(false);
      }),
    );
  });

  it('has letters and digits brought to their places, and says so', () => {
    expect(normaliseIban('1T6OX0542811101000000123456')).toMatchObject({
      value: 'IT60X0542811101000000123456',
      repaired: true,
    });
  });

  it('has the rings of its account taken for noughts where the checks agree, as no repair', () => {
    expect(normaliseIban('IT60X0542811101OOOOOO123456')).toMatchObject({
      value: 'IT60X0542811101000000123456',
      repaired: false,
      corroborated: true,
    });
    expect(normaliseIban('IT60X0542811101OOOOOOI23456')).toMatchObject({
      value: 'IT60X0542811101000000123456',
      repaired: true,
    });
  });

  it('keeps letters of its account that the checks ask for', () => {
    fc.assert(
      fc.property(italianIban, (iban) => {
        expect(normaliseIban(iban)).toMatchObject({ value: iban, repaired: false });
      }),
    );
  });
});

describe('an amount', () => {
  it('is any number of cents, written the Italian way', () => {
    fc.assert(
      fc.property(
        fc.nat(99_999_999),
        fc.constantFrom('€ ', 'Euro ', ''),
        fc.constantFrom(' €', ''),
        (cents, head, tail) => {
          const euros = Math.floor(cents / 100);
          const decimals = String(cents % 100).padStart(2, '0');
          const grouped = String(euros).replace(/\B(?=(\d{3})+$)/g, '.');
          expect(normaliseAmount(`${head}${grouped},${decimals}${tail}`, true).value).toBe(cents / 100);
          expect(normaliseAmount(`${head}${euros},${decimals}${tail}`, false).value).toBe(`${euros}.${decimals}`);
        },
      ),
    );
  });

  it('ends in a comma and strokes where there are no cents', () => {
    expect(normaliseAmount('€ 1.200,--', true).value).toBe(1200);
    expect(normaliseAmount('1.200', true).value).toBe(1200);
    expect(normaliseAmount('1.534.02', true).value).toBe(1534.02);
  });

  it('is told when its groups are none, and kept as written', () => {
    expect(normaliseAmount('1.23,45', true)).toMatchObject({ value: '1.23,45', problem: 'pattern' });
    expect(normaliseAmount('€', true)).toMatchObject({ value: null, problem: null });
  });
});

describe('a telephone number', () => {
  it('is one that can be dialled in Italy, with or without the code of the country', () => {
    const dialled = fc.oneof(fc.stringMatching(/^3[2-9]\d{8}$/), fc.stringMatching(/^0[1-9]\d{6,8}$/));
    fc.assert(
      fc.property(dialled, fc.constantFrom('', '+39 ', '0039 '), (number, prefix) => {
        expect(normalisePhone(prefix + number)).toMatchObject({ value: prefix + number, problem: null });
      }),
    );
  });

  it('lacks a digit, has one too many, or begins as none does', () => {
    for (const wrong of ['333 12345', '333 123 456 789', '123 456 789', '+39 12345678', '00 12']) {
      expect(isPlausiblePhone(wrong), wrong).toBe(false);
    }
    expect(isPlausiblePhone('+44 20 7946 0018')).toBe(true);
    expect(normalisePhone('800 123456').problem).toBeNull();
  });
});

describe('the number of a document', () => {
  it('is left as it is where it has an Italian shape or none that is known', () => {
    for (const number of ['CA00000AA', 'AV1234567', 'YA0000000', 'U1X23456B', '123456789012']) {
      expect(normaliseDocumentNumber(number)).toMatchObject({ value: number, repaired: false, problem: null });
    }
  });

  it('is brought into the only shape that fits, and says so', () => {
    expect(normaliseDocumentNumber('CAO0O12KX')).toMatchObject({ value: 'CA00012KX', repaired: true });
    expect(normaliseDocumentNumber('AV1Z34593')).toMatchObject({ value: 'AV1234593', repaired: true });
  });

  it('is refused where letters were lost', () => {
    expect(normaliseDocumentNumber('CA9419')).toMatchObject({ value: 'CA9419', problem: 'pattern' });
  });

  it('of a driving licence begins with a 1 that was read as a letter', () => {
    expect(normaliseDocumentNumber('UIS438413P')).toMatchObject({ value: 'U1S438413P', repaired: true });
    expect(normaliseDocumentNumber('U1S438413P')).toMatchObject({ value: 'U1S438413P', repaired: false });
    expect(normaliseDocumentNumber('UD1234567P')).toMatchObject({ value: 'UD1234567P', repaired: false });
  });

  it('is left open where two shapes fit', () => {
    expect(normaliseDocumentNumber('CA0O0005S')).toMatchObject({
      value: 'CA0O0005S',
      repaired: true,
      candidates: ['CA00000SS', 'CA0000055'],
    });
  });
});
