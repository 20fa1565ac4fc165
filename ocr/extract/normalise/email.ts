import { trimStray } from './characters.ts';
import { fromPattern } from './code.ts';
import { isKnownEnding, nearestEnding } from './mail-endings.ts';
import type { Normalised } from './normalised.ts';

/** Letters, digits and marks that an address has unless it is quoted, which nobody writes on paper (RFC 5322, 3.2.3). */
const address = /^[\w.%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/;
/** Dirt behind a complete address: blanks stand in none. */
const behindAddress = /^(\S+@\S+\.[A-Za-z]{2,})(?:\s+\S{1,2})+$/;

/** A full stop too thin to be seen before the last word, which is the ending. */
const stopBeforeEnding = /(?<=@\S+)\s+(?=[A-Za-z]{2,}$)/;

/**
 * Reads an electronic mail address. Accents cannot stand in one: they are specks over the letters. Nor can commas and colons: they are
 * full stops; nor blanks: beside a mark or a digit they are its own width, between letters a full stop too thin to be seen. Before the ending, and in an ending that only one known one resembles, that is no guess.
 */
export function normaliseEmail(text: string): Normalised {
  const read = trimStray(text)
    .replace(behindAddress, '$1')
    .replace(/[,:](?=\S+$)/g, '.')
    .replace(/\s*([.,@_-])\s*/g, '$1')
    .replace(/_-|-_/g, '_')
    .replace(/(?<=\d)\s+|\s+(?=\d)/g, '');
  const spelt = withKnownEnding(read.replace(stopBeforeEnding, '.'));
  const plain = spelt
    .normalize('NFD')
    .replace(/\p{M}|[©®'"]/gu, '')
    .replace(/[.,:;\s]+/g, '.');
  const mended = withKnownEnding(plain);
  return fromPattern(mended, address, mended !== spelt);
}

/** An ending that no domain has is taken for the only known one that is but a letter away: exampie. */
function withKnownEnding(text: string): string {
  const ending = /\.([A-Za-z]{2,})$/.exec(text)?.[1];
  if (ending === undefined || isKnownEnding(ending)) return text;
  const nearest = nearestEnding(ending);
  return nearest === null ? text : text.slice(0, -ending.length) + nearest;
}
