import { namesAPerson } from '../codes/birth.ts';
import { isCodiceFiscale } from '../codes/codice-fiscale.ts';
import type { Tables } from '../tables/tables.ts';
import { asDigit, asLetter } from './characters.ts';
import { type Normalised, nothingWritten } from './normalised.ts';

/** L a letter, D a digit or a letter of omocodia. */
const pattern = 'LLLLLLDDLDDLDDDL';
const omocodia = /[LMNPQRSTUV]/;

function fitPlace(character: string, place: number): string {
  if (pattern[place] === 'L') return asLetter(character);
  return omocodia.test(character) && !/[LQTSU]/.test(character) ? character : asDigit(character);
}

function fitPattern(text: string): string {
  return [...text].map(fitPlace).join('');
}

function possibleCodes(text: string): string[] {
  if (text.length === 16) return [text, fitPattern(text)];
  if (text.length === 17) return [...text].map((_, place) => fitPattern(text.slice(0, place) + text.slice(place + 1)));
  return [];
}

/** What is compared of a code that was read: upper case, no spaces, each character as its place demands. */
export function fittedCode(text: string): string {
  const read = lettersAndDigits(text);
  return read.length === 16 ? fitPattern(read) : read;
}

function lettersAndDigits(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9|!]/g, '');
}

/**
 * Reads a codice fiscale. Characters are first taken as what their place demands. A code that passes its check but names
 * no day of the calendar, or a birthplace that was none on that day, is told as well.
 */
export function normaliseCodiceFiscale(text: string, tables: Tables): Normalised {
  const read = lettersAndDigits(text);
  // Walls of the comb that were left at its ends are no code.
  if (read === '' || /^[I1L|!]{1,2}$/.test(read)) return nothingWritten;
  const valid = [...new Set(possibleCodes(read).filter(isCodiceFiscale))];
  const possible = valid.filter((code) => namesAPerson(code, tables));
  const [value, ...others] = possible;
  if (value !== undefined) {
    return { value, repaired: value !== read, corroborated: true, problem: null, candidates: others };
  }
  const problem = valid.length > 0 ? 'unknown-code' : 'check-character';
  return { ...nothingWritten, value: valid[0] ?? fittedCode(text), problem };
}
