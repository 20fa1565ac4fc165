import { asDigit } from './characters.ts';
import { type Normalised, nothingWritten } from './normalised.ts';

interface DateParts {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The ISO date of three numbers, or null where the calendar has no such day or the year is not four digits long. */
export function isoDate({ day, month, year }: DateParts): string | null {
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function partsOf(digits: string, order: 'dmy' | 'ymd'): DateParts | null {
  const separated = /(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})/.exec(digits);
  const joined = digits.replace(/\D/g, '');
  const cut = order === 'dmy' ? /^(\d{2})(\d{2})(\d{4})$/ : /^(\d{4})(\d{2})(\d{2})$/;
  const parts = cut.exec(joined) ?? separated;
  if (!parts) return null;
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return order === 'dmy' ? { day: first, month: second, year: third } : { day: third, month: second, year: first };
}

const monthNames = ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'];

function withMonthNames(text: string): string {
  return text.replace(/[a-zà-ù]{3,}/gi, (word) => {
    const month = monthNames.indexOf(word.slice(0, 3).toLowerCase());
    return month >= 0 ? `/${month + 1}/` : word;
  });
}

/** Reads a date of day, month and four-digit year, in digits or with an Italian month name, into an ISO date. */
export function normaliseDate(text: string, order: 'dmy' | 'ymd' = 'dmy'): Normalised {
  const written = text.trim();
  if (written.replace(/[\s./|_-]/g, '') === '') return nothingWritten;
  const named = withMonthNames(written);
  const digits = [...named].map(asDigit).join('');
  const parts = partsOf(digits, order);
  const value = parts === null ? null : isoDate(parts);
  if (value === null) return { ...nothingWritten, value: written, problem: 'impossible-date' };
  return { ...nothingWritten, value, repaired: digits !== named };
}
