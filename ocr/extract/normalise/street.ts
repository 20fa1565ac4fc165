import { placeKey, type Tables } from '../tables/tables.ts';
import { editDistance } from './characters.ts';
import { normaliseText } from './code.ts';
import type { Normalised } from './normalised.ts';

/** A street read otherwise than it is listed has at most so many wrong characters. */
const mostWrong = 2;
const mostCandidates = 5;
/** A full stop behind what a street is, spelt out, is a speck: CORSO. UMBERTO. Short forms have theirs: C.SO, P.ZZA. */
const stopBehindKind =
  /^(via|viale|vicolo|corso|piazza|piazzale|largo|strada|contrada|salita|galleria)\.\s*(?=\p{L})/iu;

/**
 * Reads the name of a street. One that the municipality's own list has is corroborated; else the nearest of the list are
 * candidates. Nothing is changed: people live in streets of other municipalities, too.
 */
export function normaliseStreet(text: string, tables: Tables): Normalised {
  const normalised = normaliseText(
    text
      .trim()
      .replace(/(?<=\p{L})[!|]+$/u, '')
      .replace(stopBehindKind, '$1 '),
  );
  const { value } = normalised;
  if (typeof value !== 'string' || tables.streets.size === 0) return normalised;
  const key = placeKey(value);
  if (tables.streets.has(key)) return { ...normalised, corroborated: true };
  const near = [...tables.streets]
    .map(([listed, name]) => ({ name, distance: editDistance(key, listed, mostWrong) }))
    .filter(({ distance }) => distance <= mostWrong)
    .toSorted((left, right) => left.distance - right.distance);
  return { ...normalised, candidates: near.slice(0, mostCandidates).map(({ name }) => name) };
}

/** Of a stroke before digits nobody means a letter: L50. */
const strokeBeforeDigits = /^[lLI|!](?=\d)/;
/** Behind the letter of a number there is nothing: 180/C°. */
const strayMark = /(?<=[\p{L}\d])[°º'"*·,;:]+$/u;

/** Reads the number of a house with what is written behind it: 12/A, 7 bis. Numbers begin with a digit, or are words as snc. */
export function normaliseStreetNumber(text: string): Normalised {
  const normalised = normaliseText(text.trim().replace(strayMark, ''));
  const { value } = normalised;
  if (typeof value !== 'string' || !strokeBeforeDigits.test(value)) return normalised;
  return { ...normalised, value: value.replace(strokeBeforeDigits, '1'), repaired: true };
}
