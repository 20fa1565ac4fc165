import { asDigit, asLetter } from './characters.ts';
import { fromPattern } from './code.ts';
import type { Normalised } from './normalised.ts';

/** Since 2006 X and five characters in any order: no vowels, Q, 0 or 1, which are easily mistaken. */
const moped = /^X[2-9B-DF-HJ-NPR-TV-Z]{5}$/;

const plates: readonly RegExp[] = [
  /^[A-Z]{2}\d{3}[A-Z]{2}$/, // cars since 1994
  /^[A-Z]{2}\d{5}$/, // motorcycles since 1999, trailers since 2013 alike
  /^[A-Z]{2}[A-Z\d]\d{5}$/, // provincial, before 1994
  moped,
];

/** Whether a plate has the letters and digits of a series that was given out. */
export function isPlateOfSeries(plate: string): boolean {
  return plates.some((series) => series.test(plate));
}

/**
 * Reads a number plate. One that fits no series as read is tried as a car's, whose letters and digits have fixed places. A moped's
 * that has a character which none has was misread, and nothing tells for which.
 */
export function normalisePlate(text: string): Normalised {
  const read = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (/^X.{5}$/.test(read)) return fromPattern(read, moped, false);
  if (read.length !== 7 || isPlateOfSeries(read)) return fromPattern(read, /^[A-Z0-9]{5,8}$/, false);
  const fitted = [...read]
    .map((character, place) => (place < 2 || place > 4 ? asLetter(character) : asDigit(character)))
    .join('');
  return isPlateOfSeries(fitted)
    ? fromPattern(fitted, /^/, fitted !== read)
    : fromPattern(read, /^[A-Z0-9]{5,8}$/, false);
}
