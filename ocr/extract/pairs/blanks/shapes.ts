import type { Shape } from '../../by-hand/likeliest-spellings.ts';
import { namesAPerson } from '../../codes/birth.ts';
import { checkLetter, isCodiceFiscale } from '../../codes/codice-fiscale.ts';
import { isIban, remainderBy97 } from '../../codes/iban.ts';
import { isPartitaIva, luhnSum } from '../../codes/partita-iva.ts';
import { isoDate } from '../../normalise/date.ts';
import { isPlausiblePhone } from '../../normalise/phone.ts';
import type { Tables } from '../../tables/tables.ts';

const digit = '0123456789';
const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const times = (count: number, characters: string) => Array.from({ length: count }, () => characters);

const [firstYear, lastYear] = [1900, 2099];

/**
 * Whether a text is a day of the calendar, its day and month in two digits or both in as many as they need: 04/02/1952 and 4/2/1952, but
 * of 04/2/1952 a digit was lost.
 */
export function isDate(text: string): boolean {
  const parts = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = parts ?? [];
  const isOneWay = (day.length === 2 && month.length === 2) || !(day.startsWith('0') || month.startsWith('0'));
  const isKnown = Number(year) >= firstYear && Number(year) <= lastYear;
  return isOneWay && isKnown && isoDate({ day: Number(day), month: Number(month), year: Number(year) }) !== null;
}

/** What it costs more to suppose a day or a month in one digit, in letters misread: a digit is easily lost. */
const inOneDigit = 0.25;
const days = [['0123', digit], ['123456789']];
const months = [['01', digit], ['123456789']];
export const dates: readonly Shape[] = days.flatMap((day) =>
  months.map((month) => ({
    places: [...day, '/', ...month, '/', '12', '089', digit, digit],
    isRight: isDate,
    prior: (4 - day.length - month.length) * inOneDigit,
  })),
);

/** Codes without letters of omocodia, which are rare. */
export function codiciFiscali(tables: Tables): Shape {
  return {
    places: [...times(6, letter), digit, digit, 'ABCDEHLMPRST', '01234567', digit, letter, ...times(3, digit), letter],
    checked: (beginning) => checkLetter(beginning.slice(0, 15)).charCodeAt(0),
    isRight: (text) => isCodiceFiscale(text) && namesAPerson(text, tables),
  };
}

export const partiteIva: Shape = {
  places: times(11, digit),
  checked: (beginning) => luhnSum(beginning) % 10,
  isRight: isPartitaIva,
};

/** Accounts with letters in their numbers are rare. */
export const ibans: Shape = {
  places: ['I', 'T', digit, digit, letter, ...times(22, digit)],
  checked: (beginning) => remainderBy97(beginning.slice(4)),
  isRight: isIban,
};

/** Mobile numbers have ten digits, those of fixed lines begin with a nought. */
export const phones: readonly Shape[] = [
  { places: ['3', ...times(9, digit)], isRight: isPlausiblePhone },
  ...[8, 9, 10, 11].map((length) => ({ places: ['0', ...times(length - 1, digit)], isRight: isPlausiblePhone })),
];

export function postalCodes({ capZones }: Tables): Shape {
  return { places: times(5, digit), isRight: (text) => capZones.has(text.slice(0, 2)) };
}

export const numbers: readonly Shape[] = [1, 2, 3, 4, 5].map((length) => ({
  places: times(length, digit),
  isRight: (text) => text === '0' || !text.startsWith('0'),
}));
