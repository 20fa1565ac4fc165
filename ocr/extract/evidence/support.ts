import type { FieldValue } from '../../model/field.ts';
import type { Opinion } from '../../model/reading.ts';
import { noSupport, type Support } from '../evidence.ts';
import { sameValue } from '../same-value.ts';
import type { Lexicon } from '../spelling/lexicon.ts';
import { spellingErrors } from '../spelling/spelling.ts';

/** A third reader is asked where two differ in what both can write: where none was, they differ in accents that the second lacks. */
const withoutThird = 2;

/** Sorts the opinions on one text by whether they come to the same value. `readAs` turns an opinion's text into its value. */
export function supportOf(
  value: FieldValue,
  opinions: readonly Opinion[],
  readAs: (text: string) => FieldValue,
  lexicon: Lexicon,
): Support {
  const told = opinions.map(({ text, confidence }) => ({ confidence, ...compare(value, readAs(text), lexicon) }));
  // Readers leave out the blanks of short entries, which the ink shows: A B.
  const agrees = ({ isSame, inAccents, leftOutBlanks }: Comparison) =>
    isSame || leftOutBlanks || (inAccents && opinions.length === withoutThird);
  const dissenting = told.filter((opinion) => !agrees(opinion));
  return {
    agreeing: told.filter(agrees).map(({ confidence }) => confidence),
    dissenting: dissenting.map(({ confidence }) => confidence),
    dissentingInAccents: told.filter(({ inAccents }) => inAccents).length,
    dissentingInBlanks: told.filter(({ inBlanks }) => inBlanks).length,
    dissentingInDigits: dissenting.filter(({ inDigits }) => inDigits).length,
    dissentingMisspelt: dissenting.filter(({ isMisspelt }) => isMisspelt).length,
  };
}

/** The support of a text that was read in several zones. */
export function joinSupport(parts: readonly Support[]): Support {
  return parts.reduce(
    (sum, part) => ({
      agreeing: [...sum.agreeing, ...part.agreeing],
      dissenting: [...sum.dissenting, ...part.dissenting],
      dissentingInAccents: sum.dissentingInAccents + part.dissentingInAccents,
      dissentingInBlanks: sum.dissentingInBlanks + part.dissentingInBlanks,
      dissentingInDigits: sum.dissentingInDigits + part.dissentingInDigits,
      dissentingMisspelt: sum.dissentingMisspelt + part.dissentingMisspelt,
    }),
    noSupport,
  );
}

interface Comparison {
  readonly isSame: boolean;
  readonly inAccents: boolean;
  readonly inBlanks: boolean;
  readonly inDigits: boolean;
  readonly leftOutBlanks: boolean;
  readonly isMisspelt: boolean;
}

function compare(value: FieldValue, other: FieldValue, lexicon: Lexicon): Comparison {
  const isSame = sameValue(other, value);
  return {
    isSame,
    inAccents: !isSame && withoutAccents(other) === withoutAccents(value),
    inBlanks: !isSame && withoutBlanks(other) === withoutBlanks(value),
    inDigits: !isSame && differInDigits(String(value), String(other)),
    leftOutBlanks: !isSame && other === withoutBlanks(value),
    isMisspelt: !isSame && spellingErrors(String(other), lexicon) > spellingErrors(String(value), lexicon),
  };
}

function withoutAccents(value: FieldValue): string {
  return String(value).normalize('NFD').replace(/\p{M}/gu, '');
}

function withoutBlanks(value: FieldValue): string {
  return String(value).replaceAll(' ', '');
}

/** Tesseract's networks share what they take for likely: S for 3, l for 1. A reader of another kind who sees a digit weighs more. */
function differInDigits(value: string, other: string): boolean {
  const characters = [...other];
  if (characters.length !== value.length) return false;
  return [...value].every((character, place) => {
    const seen = characters[place] ?? '';
    return seen === character || /\d/.test(seen) !== /\d/.test(character);
  });
}
