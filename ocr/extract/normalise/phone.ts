import { asDigit, trimStray } from './characters.ts';
import { type Normalised, nothingWritten } from './normalised.ts';

/** What is dialled inside Italy, after the national numbering plan (AGCOM 8/15/CIR): mobile, fixed, free and shared cost. */
const national = /^(3\d{8,9}|0[1-9]\d{4,9}|80[03]\d{3,6}|(84[078]|89[29]|199|178)\d{3,7})$/;
const abroad = /^[1-9]\d{6,14}$/;

/** Whether somebody could dial the number: one of the Italian plan, or one that begins with + or 00 and a country's code. */
export function isPlausiblePhone(text: string): boolean {
  const digits = text.replace(/[^\d+]/g, '').replace(/^00/, '+');
  if (digits.startsWith('+39')) return national.test(digits.slice(3));
  return digits.startsWith('+') ? abroad.test(digits.slice(1)) : national.test(digits);
}

/** Reads a telephone number, keeping the groups in which it is written. */
export function normalisePhone(text: string): Normalised {
  const read = trimStray(
    text
      .replace(/^\s*[(]?\+/, '+')
      .replace(/[.:]/g, ' ')
      // A hyphen between groups means no more than a blank, and a speck there looks like one.
      .replace(/(?<=\d)\s*-\s*(?=\d)/g, ' ')
      .replace(/[\s'’"°*]+$/, ''),
  );
  const kept = text.trimStart().startsWith('+') && !read.startsWith('+') ? `+${read}` : read;
  const value = [...kept].map((character) => (/[+\s/()-]/.test(character) ? character : asDigit(character))).join('');
  if (value === '') return nothingWritten;
  const fits = /^\+?[\d\s/()-]{5,20}$/.test(value) && isPlausiblePhone(value);
  return { ...nothingWritten, value, repaired: value !== kept, problem: fits ? null : 'pattern' };
}
