import { isCodiceFiscale } from '../codice-fiscale.ts';
import { asDigit, asLetter, lookalikesOf } from './characters.ts';
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

function withOneReplaced(code: string): string[] {
  return [...code].flatMap((character, place) =>
    lookalikesOf(character)
      .filter((other) => /[A-Z]/.test(other) === (pattern[place] === 'L'))
      .map((other) => code.slice(0, place) + other + code.slice(place + 1)),
  );
}

function possibleCodes(text: string): string[] {
  if (text.length === 16) return [text, fitPattern(text)];
  if (text.length === 17) return [...text].map((_, place) => fitPattern(text.slice(0, place) + text.slice(place + 1)));
  return [];
}

/**
 * Reads a codice fiscale. Characters are first taken as what their place demands; when the check character still fails,
 * codes with one look-alike replaced that pass become candidates, never the value: another person's code passes as well.
 */
export function normaliseCodiceFiscale(text: string): Normalised {
  const read = text.toUpperCase().replace(/[^A-Z0-9|!]/g, '');
  if (read === '') return nothingWritten;
  const valid = [...new Set(possibleCodes(read).filter(isCodiceFiscale))];
  const [value, ...others] = valid;
  if (value !== undefined) {
    return { value, repaired: value !== read, corroborated: true, problem: null, candidates: others };
  }
  const fitted = read.length === 16 ? fitPattern(read) : read;
  const candidates = fitted.length === 16 ? withOneReplaced(fitted).filter(isCodiceFiscale) : [];
  return {
    value: fitted,
    repaired: false,
    corroborated: false,
    problem: 'check-character',
    candidates: candidates.slice(0, 5),
  };
}
