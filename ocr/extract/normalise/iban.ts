import { isIban } from '../codes/iban.ts';
import { asDigit, asLetter } from './characters.ts';
import { type Normalised, nothingWritten } from './normalised.ts';

/** The first place of the account, behind country, check digits, CIN, bank and branch. */
const accountStart = 15;

/**
 * Characters as their places in an Italian account number demand: IT, two digits, CIN, ten digits, the account. The account
 * may have letters; what is no letter there by its looks is for the caller to say.
 */
function fitItalian(text: string, fitAccount: (character: string) => string): string {
  return [...text]
    .map((character, place) => {
      if (place < 2 || place === 4) return asLetter(character);
      return place < accountStart ? asDigit(character) : fitAccount(character);
    })
    .join('');
}

/** By hand a nought and an O are one ring. Accounts begin with noughts more often than with letters. */
function ringAsNought(character: string): string {
  return character === 'O' ? '0' : character;
}

function withNoughts(read: string): string {
  return read.slice(0, accountStart) + [...read.slice(accountStart)].map(ringAsNought).join('');
}

/** What a text of Italian length may stand for, likeliest first. Which it is the two checks tell, which one in 2,522 others passes. */
function possibleAccounts(read: string): string[] {
  if (!/^[I1L][T7]/.test(read) || read.length !== 27) return [read];
  const same = (character: string) => character;
  return [...new Set([read, ...[ringAsNought, asDigit, same].map((fit) => fitItalian(read, fit))])];
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
  const possible = possibleAccounts(read);
  const value = possible.find(isIban);
  if (value === undefined) return { ...nothingWritten, value: possible[1] ?? read, problem: 'check-character' };
  return { ...nothingWritten, value, repaired: value !== read && value !== withNoughts(read), corroborated: true };
}
