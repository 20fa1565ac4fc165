import { localDay } from '../local-day.ts';
import { isoDate } from '../normalise/date.ts';
import { isBirthplaceOn, type Tables } from '../tables/tables.ts';
import { type CodiceFiscaleParts, parseCodiceFiscale } from './codice-fiscale.ts';

/** The days on which the person of a code may have been born: the code leaves the century open, the future is none. */
export function birthDatesOf(parts: CodiceFiscaleParts): string[] {
  const today = localDay(new Date());
  return [1900, 2000]
    .map((century) => isoDate({ day: parts.day, month: parts.month, year: century + parts.year }))
    .filter((date) => date !== null)
    .filter((date) => date <= today);
}

/** Whether a valid code can be somebody's: a day of the calendar, and a birthplace that existed on it. */
export function namesAPerson(code: string, tables: Tables): boolean {
  const parts = parseCodiceFiscale(code);
  return parts !== null && birthDatesOf(parts).some((date) => isBirthplaceOn(parts.birthPlaceCode, date, tables));
}
