import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeCodiceFiscale } from '../../../../ocr/extract/codes/codice-fiscale.ts';
import { partitaIvaCheckDigit } from '../../../../ocr/extract/codes/partita-iva.ts';
import { createBlankSettler } from '../../../../ocr/extract/pairs/blanks/settle-blanks.ts';
import type { Opinion } from '../../../../ocr/model/reading.ts';
import { tables } from '../../../fixtures/extract/tables.ts';

const settleBlanks = createBlankSettler(tables);

/** What each reader made of one text, all equally sure. */
function opinionsOf(texts: readonly string[]): Opinion[] {
  return texts.map((text, index) => ({ engine: `reader/${index}`, text, confidence: 0.6 }));
}

function settle(label: string, read: string, others: readonly string[] = []) {
  return settleBlanks([{ label, reading: { text: read, opinions: opinionsOf([read, ...others]) } }])[0];
}

describe('what a hand wrote on a blank', () => {
  it.each([
    ['nato/a a', 'SALEPNO', ['SALERNO', 'SALEPAO'], 'SALERNO'],
    ['e residente in', 'FORLi', ['FORLI'], 'FORLì'],
    ['il', '08/42/958', ['08/12/1958', '08/2/958', '08/42/1958'], '08/12/1958'],
    ['in data', '16/07/196l', ['16/07/1961'], '16/07/1961'],
    ['il', '3/4/l980', ['3/4/1980'], '3/4/1980'],
    ['Codice fiscale (obbligatorio)', 'RSSMRA8OA01F2O5X', ['RSSHRA80A01F205X'], 'RSSMRA80A01F205X'],
    ['P. IVA', '0122S45090S', ['01225450905', '0122545090S'], '01225450905'],
    ['IBAN', 'IT60X0542811101O00000123456', ['IT6OX0542811101000000123456'], 'IT60X0542811101000000123456'],
    ['tel.', '320 55O9454', ['320 5509454'], '320 5509454'],
    ['CAP', '7O124', ['70124'], '70124'],
    ['prov.', 'M1', ['MI'], 'MI'],
    ['n.', 'S04', ['504', 'SO4'], '504'],
    ['in via', 'VALE DELLA REPUBBIICA', ['VIALE DELLA REPUBBLICA'], 'VIALE DELLA REPUBBLICA'],
    ['Il/la sottoscritto/a', 'Salatore Lucareli', ['Salvatore Lucareli', 'Salatore Lucarelli'], 'Salvatore Lucarelli'],
    ['PEC', 'MARCH122@LIBERO 1T', ['MARCHI22@LIBERO.IT', 'MARCHI 22@LIBERO IT'], 'MARCHI22@LIBERO.IT'],
  ])('behind "%s", read %s, is settled by its kind', (label, read, others, value) => {
    expect(settle(label, read, others)?.text).toBe(value);
  });

  it.each([
    ['Altro', '11/02/1%64', ['11/02/1964', '11/02/1964'], '11/02/1964'],
    ['Altro', 'RSSMRA80A01F2O5X', ['RSSMRA80A01F205X'], 'RSSMRA80A01F205X'],
    ['firme', '4S8', ['458', '458'], '458'],
    ['erede di', 'CONTRADA SERRH', ['CONTRADA SERRA', 'CONTRADA SERRA'], 'CONTRADA SERRA'],
    ['e mail', '08/42/1958', ['08/12/1958', '08/12/1958'], '08/12/1958'],
  ])(
    'is told by its look behind "%s", whose kind is unknown or could not look so: %s',
    (label, read, others, value) => {
      expect(settle(label, read, others)?.text).toBe(value);
    },
  );

  it.each([
    ['per il seguente motivo', 'Devo vendere lapartamento', ['Devo vendere lapartamento']],
    ['in qualità di', 'I lavori hanno caisato danni', ['I lavori hanno caisato danni']],
    ['nata a', 'XYWQKZ', ['TTRRWQ', 'ZZKWQA']],
    ['nato a', 'Cam3', ['Camo', 'Cama', 'Como']],
    ['il', '1?/05/1971', ['1/05/1971', '1)/05/1971']],
    ['il', '3/4/80', ['3/4/8O']],
    ['n.', '12/A', ['124']],
    ['via', 'Via Pzwlk', ['Via Pzwlk', 'Via Pzvlk']],
    ['n.', '60)', ['60']],
    ['Il sottoscritto', 'Pietro Rosset', ['Pietro Rosset', 'Pietro Rossetti']],
    ['C.F.', 'MRAUIGL 06 D6oFa52B', ['MRAAIG1O6D60F052B', 'MPA 06 DioFas2B']],
  ])('behind "%s" stays as it was read where its readings do not say what else: %s', (label, read, others) => {
    expect(settle(label, read, others)?.text).toBe(read);
  });

  it('says whether it keeps rules that few misreadings keep, and nothing where there are none', () => {
    expect(settle('il', '08/12/1958')?.isRight).toBe(true);
    expect(settle('nato a', 'SALEPNO', ['SALERNO', 'SALERNO'])?.isRight).toBe(true);
    expect(settle('il', '08/42/1958')?.isRight).toBe(false);
    expect(settle('nato a', 'XYWQKZ')?.isRight).toBe(false);
    expect(settle('n.', '504')?.isRight).toBeNull();
    expect(settle('Altro', 'Devo vendere casa')?.isRight).toBeNull();
  });

  it.each([
    ['ii', 'il'],
    ['i', 'il'],
    ['Bata', 'Data'],
    ['il', null],
    ['lì', null],
    ['firme', null],
    ['i motivi', null],
  ])('tells that the label "%s" before a date is %s', (label, mended) => {
    expect(settle(label, '08/12/1958')?.label).toBe(mended);
    expect(settle(label, '08/42/1958')?.label).toBeNull();
    expect(settle(label, 'motivi di famiglia')?.label).toBeNull();
  });

  it('is an address of mail that is made of the names on its page', () => {
    const mail = { text: 'giorgia_dimarina@libero: it', opinions: opinionsOf(['giorgia_dimarino@liberoit']) };
    const name = { text: 'Giorgia Di Marino', opinions: opinionsOf(['Giorgia Di Marino']) };
    const [, settled] = settleBlanks([
      { label: 'La sottoscritta', reading: name },
      { label: 'PEC', reading: mail },
    ]);
    expect(settled?.text).toBe('giorgia_dimarino@libero.it');
  });
});

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const dayOf = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const codes: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  dayOf.map((day) => ['il', day.split('-').toReversed().join('/')] as const),
  fc
    .tuple(dayOf, fc.constantFrom('M' as const, 'F' as const))
    .map(
      ([birthDate, sex]) =>
        [
          'codice fiscale',
          computeCodiceFiscale({ surname: 'Rossi', givenName: 'Maria', birthDate, sex, birthPlaceCode: 'F205' }),
        ] as const,
    ),
  fc
    .array(digit, { minLength: 9, maxLength: 9 })
    .map((digits) => `1${digits.join('')}`)
    .map((digits) => ['P. IVA', digits + partitaIvaCheckDigit(digits)] as const),
  fc.constantFrom('Bologna', "L'Aquila", 'Cuneo').map((place) => ['nato a', place] as const),
);

describe('a value that keeps the rules of its kind', () => {
  it('stays, whatever else was read', () => {
    fc.assert(
      fc.property(codes, fc.string({ maxLength: 20 }), ([label, value], other) => {
        const settled = settle(label, value, [other, other]);
        expect(settled).toEqual({ text: value, isRight: true, label: null });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a value of which one reader lost a character', () => {
  it('is never made another than the one that was written', () => {
    fc.assert(
      fc.property(codes, fc.nat(), fc.constantFrom('?', 'X', '#'), ([label, value], at, wrong) => {
        const place = at % value.length;
        const misread = value.slice(0, place) + wrong + value.slice(place + 1);
        const settled = settle(label, misread, [value, value]);
        expect([value, misread]).toContain(settled?.text);
      }),
      { numRuns: 60 },
    );
  });
});
