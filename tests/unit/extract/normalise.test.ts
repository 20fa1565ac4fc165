import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { normaliseNumber } from '../../../ocr/extract/normalise/amount.ts';
import { editDistance } from '../../../ocr/extract/normalise/characters.ts';
import { normaliseCap, normaliseName, normaliseText } from '../../../ocr/extract/normalise/code.ts';
import { normaliseCodiceFiscale } from '../../../ocr/extract/normalise/codice-fiscale.ts';
import { isoDate, normaliseDate } from '../../../ocr/extract/normalise/date.ts';
import { normaliseEmail } from '../../../ocr/extract/normalise/email.ts';
import { normalisePhone } from '../../../ocr/extract/normalise/phone.ts';
import { normaliseComune, normaliseProvince } from '../../../ocr/extract/normalise/place.ts';
import { isPlateOfSeries, normalisePlate } from '../../../ocr/extract/normalise/plate.ts';
import { findComuni, loadTables, type Tables } from '../../../ocr/extract/tables/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await loadTables(fileURLToPath(new URL('../../../resources/tables', import.meta.url)));
});

const anyDate = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => ({ day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() }));
const two = (number: number) => String(number).padStart(2, '0');

describe('dates', () => {
  it('become ISO dates from a comb, with separators, and with short days and months', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom('/', '.', '-', ' '), (date, separator) => {
        const iso = isoDate(date);
        expect(normaliseDate(`${two(date.day)}${two(date.month)}${date.year}`).value).toBe(iso);
        expect(normaliseDate(`${date.day}${separator}${date.month}${separator}${date.year}`).value).toBe(iso);
      }),
    );
  });

  it('are read with Italian month names', () => {
    expect(normaliseDate('3 marzo 1980').value).toBe('1980-03-03');
  });

  it('are refused when the calendar has no such day, and kept as written', () => {
    expect(normaliseDate('31/02/1980')).toMatchObject({ value: '31/02/1980', problem: 'impossible-date' });
    expect(normaliseDate('29/02/1981').problem).toBe('impossible-date');
    expect(normaliseDate('29/02/1980').problem).toBeNull();
  });

  it('say when letters were taken for digits', () => {
    expect(normaliseDate('O3/O4/198O')).toMatchObject({ value: '1980-04-03', repaired: true });
  });

  it('are absent where only the printed separators are', () => {
    expect(normaliseDate(' / / ').value).toBeNull();
  });
});

describe('places', () => {
  it('are known with accents, apostrophes and the province behind them', () => {
    expect(normaliseComune('Forlì', tables)).toMatchObject({ value: 'Forlì', problem: null, corroborated: true });
    expect(normaliseComune('Taranto (TA)', tables)).toMatchObject({ value: 'Taranto', corroborated: true });
    expect(normaliseComune("L'Aquila", tables).problem).toBeNull();
    expect(normaliseComune('Campobasso.', tables).value).toBe('Campobasso');
    expect(normaliseComune("Serralunga d' Alba", tables).value).toBe("Serralunga d'Alba");
  });

  it('that nobody knows are kept and told, with the nearest known ones', () => {
    const read = normaliseComune('Tarant0', tables);
    expect(read.problem).toBe('unknown-comune');
    expect(read.candidates).toContain('TARANTO');
  });

  it('are the ones valid on a date: Fiume was a comune in 1930, Taranto lay in Lecce in 1920', () => {
    expect(findComuni(tables, 'Taranto', '1920-05-01').map(({ province }) => province)).toEqual(['LE']);
    expect(findComuni(tables, 'Taranto', '2020-05-01').map(({ province }) => province)).toEqual(['TA']);
  });

  it('have provinces of two known letters', () => {
    expect(normaliseProvince('ta', tables)).toMatchObject({ value: 'TA', problem: null });
    expect(normaliseProvince('XQ', tables).problem).toBe('unknown-code');
  });
});

describe('names', () => {
  it('begin with a capital and keep their particles and accents', () => {
    expect(normaliseName('calò', tables.lexicon).value).toBe('Calò');
    expect(normaliseName("D' Angelo", tables.lexicon).value).toBe("D'Angelo");
    expect(normaliseName('lrene', tables.lexicon).value).toBe('Irene');
    expect(normaliseName('lorio', tables.lexicon).value).toBe('Iorio');
    expect(normaliseName('luca', tables.lexicon).value).toBe('Luca');
    expect(normaliseName('De Rossi', tables.lexicon).value).toBe('De Rossi');
    expect(normaliseName('Azzurra.', tables.lexicon).value).toBe('Azzurra');
    expect(normaliseName(' | ', tables.lexicon).value).toBeNull();
  });
});

describe('digits in a name', () => {
  it('are the letters that look like them, and this is told', () => {
    const name = (text: string) => normaliseName(text, tables.lexicon);
    expect(name('GA3RIELE')).toMatchObject({ value: 'GABRIELE', repaired: true, problem: null });
    expect(name('0lla')).toMatchObject({ value: 'Olla', repaired: true, problem: null });
    expect(name('Gabriele')).toMatchObject({ value: 'Gabriele', repaired: false });
  });

  it('are no name where none does', () => {
    expect(normaliseName('X7QW9Z', tables.lexicon)).toMatchObject({ value: 'X7QW9Z', problem: 'pattern' });
  });
});

describe('walls of a comb', () => {
  it('that were left at its ends are no codice fiscale', () => {
    for (const walls of ['I              I', 'l', '|1'])
      expect(normaliseCodiceFiscale(walls, tables)).toMatchObject({ value: null, problem: null });
    expect(normaliseCodiceFiscale('RSS', tables).problem).toBe('check-character');
  });
});

describe('texts', () => {
  it('end a limited company with the letter that it has, whatever it looks like', () => {
    for (const read of ['Libreria Neri S.r.I.', 'Libreria Neri S.r.1.', 'Libreria Neri S.r.l.'])
      expect(normaliseText(read).value).toBe('Libreria Neri S.r.l.');
    expect(normaliseText('LIBRERIA NERI S.R.I.').value).toBe('LIBRERIA NERI S.R.L.');
    expect(normaliseText('Libreria Neri SrI').value).toBe('Libreria Neri Srl');
    expect(normaliseText('Forni S.r.I.s.').value).toBe('Forni S.r.l.s.');
    expect(normaliseText('Farmacia Fonti S.rl.').value).toBe('Farmacia Fonti S.r.l.');
    expect(normaliseText('Forni Riuniti S.pA.').value).toBe('Forni Riuniti S.p.A.');
    expect(normaliseText('SRI LANKA').value).toBe('SRI LANKA');
    expect(normaliseText('Casa cantoniera sulla S.R. 1').value).toBe('Casa cantoniera sulla S.R. 1');
    expect(normaliseText('CORSI').value).toBe('CORSI');
  });

  it('lose the gap behind an elision, and only there', () => {
    expect(normaliseText("per l' assicurazione dell' auto").value).toBe("per l'assicurazione dell'auto");
    expect(normaliseText("un po' di tempo").value).toBe("un po' di tempo");
  });
});

describe('codes and numbers', () => {
  it('postal codes are five digits', () => {
    expect(normaliseCap('741O0')).toMatchObject({ value: '74100', repaired: true, problem: null });
    expect(normaliseCap('7410').problem).toBe('pattern');
  });

  it('addresses of mail have no accents', () => {
    expect(normaliseEmail('castéllana@pec.example')).toMatchObject({ value: 'castellana@pec.example', repaired: true });
    expect(normaliseEmail('castellana.pec.example').problem).toBe('pattern');
  });

  it('addresses of mail have no blanks: beside a mark they are nothing, between letters a lost full stop', () => {
    expect(normaliseEmail('mario _rossi@posta. example')).toMatchObject({
      value: 'mario_rossi@posta.example',
      repaired: false,
    });
    expect(normaliseEmail('rossi@posta example')).toMatchObject({ value: 'rossi@posta.example', repaired: false });
    expect(normaliseEmail('rossi@pec posta.it')).toMatchObject({ value: 'rossi@pec.posta.it', repaired: true });
    expect(normaliseEmail('rossi6 1@posta.example')).toMatchObject({ value: 'rossi61@posta.example', repaired: false });
  });

  it('addresses of mail have no commas, no quotation marks and nothing behind them', () => {
    expect(normaliseEmail('rossi@pec., example')).toMatchObject({ value: 'rossi@pec.example', repaired: true });
    expect(normaliseEmail('rossi@posta.example I').value).toBe('rossi@posta.example');
    expect(normaliseEmail('rossi@©posta.example')).toMatchObject({ value: 'rossi@posta.example', repaired: true });
    expect(normaliseEmail('rossi@bianchi@posta.example').problem).toBe('pattern');
  });

  it('addresses of mail end as domains do', () => {
    expect(normaliseEmail('rossi@posta.exampie')).toMatchObject({ value: 'rossi@posta.example', repaired: false });
    expect(normaliseEmail('rossi@comune.it')).toMatchObject({ value: 'rossi@comune.it', repaired: false });
    expect(normaliseEmail('rossi@comune.zz').value).toBe('rossi@comune.zz');
    expect(normaliseEmail('rossi@comune:it')).toMatchObject({ value: 'rossi@comune.it', repaired: false });
    expect(normaliseEmail('rossi@comune.it [ o').value).toBe('rossi@comune.it');
    expect(normaliseEmail('anna_-rossi@comune.it').value).toBe('anna_rossi@comune.it');
  });

  it('a motorcycle keeps its five digits', () => {
    expect(normalisePlate('PJ02450')).toMatchObject({ value: 'PJ02450', repaired: false });
  });

  it('modern plates are two letters, three digits, two letters', () => {
    expect(normalisePlate('AB 1Z3 CD')).toMatchObject({ value: 'AB123CD', repaired: true });
    expect(normalisePlate('TA 123456')).toMatchObject({ value: 'TA123456', repaired: false });
    expect(isPlateOfSeries('NM788ES')).toBe(true);
    expect(isPlateOfSeries('NM7888ES')).toBe(false);
  });

  it('plates of mopeds have no character that is easily mistaken: such a one was misread', () => {
    expect(normalisePlate('X6N 3DL')).toMatchObject({ value: 'X6N3DL', problem: null });
    for (const misread of ['X6NODL', 'X6N0DL', 'X1N3DL', 'X6N3QL']) {
      expect(normalisePlate(misread)).toMatchObject({ value: misread, problem: 'pattern' });
    }
  });

  it('telephone numbers keep their groups and their plus', () => {
    expect(normalisePhone('+39 099 123 4567').value).toBe('+39 099 123 4567');
    expect(normalisePhone('099/1234567').problem).toBeNull();
    expect(normalisePhone('333-3207749')).toMatchObject({ value: '333 3207749', repaired: false });
    expect(normalisePhone('zero').problem).toBe('pattern');
  });

  it('numbers are written the Italian way', () => {
    expect(normaliseNumber('1.234,5').value).toBe(1234.5);
    expect(normaliseNumber('12').value).toBe(12);
    expect(normaliseNumber('due').problem).toBe('pattern');
  });
});

describe('edit distance', () => {
  it('is symmetric, zero only for equal texts, and never more than the longer text', () => {
    const word = fc.stringMatching(/^[A-E]{0,8}$/);
    fc.assert(
      fc.property(word, word, (left, right) => {
        const distance = editDistance(left, right, 20);
        expect(distance).toBe(editDistance(right, left, 20));
        expect(distance === 0).toBe(left === right);
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
      }),
    );
  });
});
