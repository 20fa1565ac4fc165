import { isIban } from '../iban.ts';
import { asDigit, asLetter } from './characters.ts';
import { type Normalised, nothingWritten } from './normalised.ts';

/** Characters as their places in an Italian account number demand: IT, two digits, CIN, ten digits, the account. */
function fitItalian(text: string): string {
  return [...text]
    .map((character, place) => {
      if (place < 2 || place === 4) return asLetter(character);
      return place < 15 ? asDigit(character) : character;
    })
    .join('');
}

/**
 * Reads an account number. One of Italian length is tried with letters and digits where they belong; whether a character
 * of the account itself is a letter or a digit, only the check digits can tell.
 */
export function normaliseIban(text: string): Normalised {
  const read = text
    .toUpperCase()
    .replace(/^\s*IBAN\b[\s:.]*/, '')
    .replace(/[^A-Z0-9]/g, '');
  if (read === '') return nothingWritten;
  const fitted = /^[I1L][T7]/.test(read) && read.length === 27 ? fitItalian(read) : read;
  const value = isIban(read) ? read : fitted;
  if (!isIban(value)) return { ...nothingWritten, value, problem: 'check-character' };
  return { ...nothingWritten, value, repaired: value !== read, corroborated: true };
}
