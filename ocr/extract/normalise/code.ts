import { asDigit, asLetter, closeApostrophes, closeElisions, trimStray } from './characters.ts';
import { type Normalised, nothingWritten, plainValue } from './normalised.ts';

function fromPattern(text: string, pattern: RegExp, repaired: boolean): Normalised {
  if (text === '') return nothingWritten;
  const fits = pattern.test(text);
  return { ...nothingWritten, value: text, repaired, problem: fits ? null : 'pattern' };
}

/** Reads a postal code: five digits. */
export function normaliseCap(text: string): Normalised {
  const read = text.replace(/[^0-9A-Za-z|]/g, '');
  const digits = [...read].map(asDigit).join('');
  return fromPattern(digits, /^\d{5}$/, digits !== read);
}

/** Reads an Italian number plate of the series in use since 1994 (two letters, three digits, two letters), or an older one. */
export function normalisePlate(text: string): Normalised {
  const read = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (read.length !== 7) return fromPattern(read, /^[A-Z0-9]{5,8}$/, false);
  const fitted = [...read]
    .map((character, place) => (place < 2 || place > 4 ? asLetter(character) : asDigit(character)))
    .join('');
  const modern = /^[A-Z]{2}\d{3}[A-Z]{2}$/.test(fitted);
  return modern ? fromPattern(fitted, /^/, fitted !== read) : fromPattern(read, /^[A-Z0-9]{5,8}$/, false);
}

/** Reads an electronic mail address. */
export function normaliseEmail(text: string): Normalised {
  const read = trimStray(text).replace(/\s+/g, '');
  return fromPattern(read, /^[^\s@]+@[^\s@]+\.[A-Za-z]{2,}$/, false);
}

/** Reads a telephone number, keeping the groups in which it is written. */
export function normalisePhone(text: string): Normalised {
  const read = trimStray(text.replace(/^\s*[(]?\+/, '+')).replace(/[.]/g, ' ');
  const kept = text.trimStart().startsWith('+') && !read.startsWith('+') ? `+${read}` : read;
  const digits = [...kept].map((character) => (/[+\s/()-]/.test(character) ? character : asDigit(character))).join('');
  return fromPattern(digits, /^\+?[\d\s/()-]{5,20}$/, digits !== kept);
}

/** Reads a whole or decimal number written the Italian way: 1.234,5. */
export function normaliseNumber(text: string): Normalised {
  const read = trimStray(text).replace(/\s/g, '');
  if (read === '') return nothingWritten;
  const digits = [...read].map(asDigit).join('');
  const number = Number(digits.replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.'));
  if (Number.isNaN(number)) return { ...nothingWritten, value: read, problem: 'pattern' };
  return { ...nothingWritten, value: number, repaired: digits !== read };
}

/** Keeps a text as it is written, without what the rules of the form leave at its ends. */
export function normaliseText(text: string): Normalised {
  return plainValue(closeElisions(trimStray(text)));
}

/**
 * Keeps a name as it is written, without a gap behind its apostrophe. It begins with a capital: of C and c, S and s only
 * the height differs, which a short name alone does not show.
 */
export function normaliseName(text: string): Normalised {
  const name = closeApostrophes(trimStray(text));
  return plainValue(name.charAt(0).toLocaleUpperCase('it') + name.slice(1));
}
