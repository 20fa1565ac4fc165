import { levelCapitals } from './capitals.ts';
import { asDigit, asLetter, closeApostrophes, closeElisions, markElisions, trimStray } from './characters.ts';
import { type Normalised, nothingWritten, plainValue } from './normalised.ts';
import { barsToLetters, dropStrayMarks, dropStrayStop, stemsToDigits } from './stops.ts';

/** A text that either fits its pattern or breaks the rule of it. */
export function fromPattern(text: string, pattern: RegExp, repaired: boolean): Normalised {
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

const plates: readonly RegExp[] = [
  /^[A-Z]{2}\d{3}[A-Z]{2}$/, // cars since 1994
  /^[A-Z]{2}\d{5}$/, // motorcycles since 1999, trailers since 2013 alike
  /^[A-Z]{2}[A-Z\d]\d{5}$/, // provincial, before 1994
  /^X[A-Z\d]{5}$/, // mopeds
];

/** Reads a number plate. One that fits no series as read is tried as a car's, whose letters and digits have fixed places. */
export function normalisePlate(text: string): Normalised {
  const read = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (read.length !== 7 || plates.some((plate) => plate.test(read))) return fromPattern(read, /^[A-Z0-9]{5,8}$/, false);
  const fitted = [...read]
    .map((character, place) => (place < 2 || place > 4 ? asLetter(character) : asDigit(character)))
    .join('');
  return plates.some((plate) => plate.test(fitted))
    ? fromPattern(fitted, /^/, fitted !== read)
    : fromPattern(read, /^[A-Z0-9]{5,8}$/, false);
}

/** Keeps a text as it is written, without what the rules of the form leave at its ends. */
export function normaliseText(text: string): Normalised {
  const bare = dropStrayStop(dropStrayMarks(trimStray(barsToLetters(text))));
  return plainValue(levelCapitals(stemsToDigits(markElisions(closeElisions(bare)))));
}

/** An l before another consonant begins no name: without serifs it is the picture of an I. Irene, Italo. */
const stemOfCapital = /(?<!\p{L})l(?=[bcdfgmnpqrstvz])/gu;

/**
 * Keeps a name as it is written, without a gap behind its apostrophe or a speck at its end. It begins with a capital: of C and c, S and s only
 * the height differs, which a short name alone does not show.
 */
export function normaliseName(text: string): Normalised {
  const bare = dropStrayMarks(trimStray(text)).replace(/[.\s]+$/, '');
  const name = closeApostrophes(bare).replace(stemOfCapital, 'I');
  return plainValue(name.charAt(0).toLocaleUpperCase('it') + name.slice(1));
}
