import type { Lexicon } from '../spelling/lexicon.ts';
import { levelCapitals } from './capitals.ts';
import { asDigit, asLetter, closeApostrophes, closeElisions, markElisions, trimStray } from './characters.ts';
import { spellLegalForms } from './legal-forms.ts';
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

/** Keeps a text as it is written, without what the rules of the form leave at its ends. */
export function normaliseText(text: string): Normalised {
  const bare = dropStrayStop(dropStrayMarks(trimStray(barsToLetters(text))));
  return plainValue(levelCapitals(stemsToDigits(markElisions(closeElisions(spellLegalForms(bare))))));
}

/** A small l that begins a name. Without serifs it is the picture of an I, never of an L. */
const stemOfCapital = /(?<!\p{L})l(?=\p{L})\p{L}*/gu;

/**
 * Keeps a name as it is written, without a gap behind its apostrophe or a speck at its end. It begins with a capital: of C and c, S and s only
 * the height differs, which a short name alone does not show. A small l before a name is an I, unless with an L it is a
 * name that is listed and was written small: Irene and Italo, but Luca.
 */
export function normaliseName(text: string, lexicon: Lexicon): Normalised {
  const bare = dropStrayMarks(trimStray(text)).replace(/[.!|\s]+$/, '');
  if (!/\d/.test(bare)) return spellName(bare, lexicon);
  // No name has digits: they are letters that look like them.
  const letters = withoutDigits(bare);
  if (/\d/.test(letters)) return { ...plainValue(bare), problem: 'pattern' };
  return { ...spellName(letters, lexicon), repaired: true };
}

/** Digits as the letters they look like, small among small ones. */
function withoutDigits(text: string): string {
  return text.replace(/\d/g, (digit, place: number) => {
    // Only in names is a 3 taken for a letter: GA3RIELE.
    const letter = digit === '3' ? 'B' : asLetter(digit);
    return /\p{Ll}/u.test(text.charAt(place - 1)) ? letter.toLowerCase() : letter;
  });
}

function spellName(bare: string, lexicon: Lexicon): Normalised {
  const name = closeApostrophes(bare).replace(stemOfCapital, (word) => {
    const withI = `I${word.slice(1)}`;
    return lexicon.knows(withI) || !lexicon.knows(word) ? withI : word;
  });
  return plainValue(name.charAt(0).toLocaleUpperCase('it') + name.slice(1));
}
