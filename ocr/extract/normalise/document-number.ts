import { asDigit, asLetter } from './characters.ts';
import { type Normalised, nothingWritten, plainValue } from './normalised.ts';
import { stemsToDigits } from './stops.ts';

/** L a letter, D a digit: the electronic identity card; the paper one and the passport. */
const shapes = ['LLDDDDDLL', 'LLDDDDDDD'] as const;

function fitShape(text: string, shape: string): string {
  return [...text]
    .map((character, place) => (shape[place] === 'L' ? asLetter(character) : asDigit(character)))
    .join('');
}

function hasShape(text: string, shape: string): boolean {
  return (
    text.length === shape.length &&
    [...text].every((character, place) => /\d/.test(character) === (shape[place] === 'D'))
  );
}

/** Numbers of driving licences: of a provincial office, of the central one. */
const licences: readonly RegExp[] = [/^[A-Z]{2}\d{7}[A-Z]$/, /^U1[A-Z0-9]{7}[A-Z]$/];

/** Whether a number has the shape of an Italian identity card, passport or driving licence. */
export function hasKnownShape(number: string): boolean {
  return shapes.some((shape) => hasShape(number, shape)) || licences.some((licence) => licence.test(number));
}

/** No document that is asked for has a shorter number: letters were lost. */
const fewestCharacters = 7;
/** Numbers of the central office's licences begin with U1, whose stroke is read as a letter too. */
const licenceWithLetter = /^U[IL](?=[A-Z0-9]{7}[A-Z]$)/;

/**
 * Reads the number of an identity document. One of nine characters is brought into the only Italian shape that fits it;
 * when two fit, both are candidates. Numbers of other documents follow no rule that is known here and stay as they are.
 */
export function normaliseDocumentNumber(text: string): Normalised {
  const read = stemsToDigits(text.trim())
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  if (read === '') return nothingWritten;
  if (read.length < fewestCharacters) return { ...plainValue(read), problem: 'pattern' };
  if (licenceWithLetter.test(read))
    return { ...nothingWritten, value: read.replace(licenceWithLetter, 'U1'), repaired: true };
  if (read.length !== 9 || shapes.some((shape) => hasShape(read, shape))) return plainValue(read);
  const fitted = shapes
    .map((shape) => fitShape(read, shape))
    .filter((code, index) => hasShape(code, shapes[index] ?? ''));
  const [only, other] = fitted;
  if (only === undefined) return plainValue(read);
  return other === undefined
    ? { ...nothingWritten, value: only, repaired: true }
    : { ...nothingWritten, value: read, repaired: true, candidates: fitted };
}
