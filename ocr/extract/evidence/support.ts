import type { FieldValue } from '../../model/field.ts';
import { kindOfReader, type Opinion } from '../../model/reading.ts';
import { noSupport, type Support } from '../evidence.ts';
import { sameValue } from '../same-value.ts';
import type { Lexicon } from '../spelling/lexicon.ts';
import { spellingErrors } from '../spelling/spelling.ts';

/** A third reader is asked where two differ in what both can write: where none was, they differ in accents that the second lacks. */
const withoutThird = 2;

/** Sorts the opinions on one text by whether they come to the same value. `readAs` turns an opinion's text into its value; `again` are second readings. */
export function supportOf(
  value: FieldValue,
  opinions: readonly Opinion[],
  readAs: (text: string) => FieldValue,
  lexicon: Lexicon,
  again: readonly Opinion[] = [],
): Support {
  const told = opinions.map(({ engine, text, confidence }) => ({
    kind: kindOfReader(engine),
    confidence,
    ...compare(value, readAs(text), lexicon),
  }));
  // Readers leave out blanks, which the ink shows: A B, canone e ricevute.
  const agrees = ({ isSame, inAccents, leftOutBlanks }: Comparison) =>
    isSame || leftOutBlanks || (inAccents && opinions.length === withoutThird);
  const dissenting = told.filter((opinion) => !agrees(opinion));
  const agreeing = told.filter(agrees);
  const kindsAgreeing = new Set(agreeing.map(({ kind }) => kind));
  return {
    agreeing: agreeing.map(({ confidence }) => confidence),
    dissenting: dissenting.map(({ confidence }) => confidence),
    kindsAgreeing: kindsAgreeing.size,
    dissentingOfOtherKind: dissenting
      .filter(({ kind }) => !kindsAgreeing.has(kind))
      .map(({ confidence }) => confidence),
    dissentingInAccents: told.filter(({ inAccents }) => inAccents).length,
    dissentingInBlanks: told.filter(({ inBlanks }) => inBlanks).length,
    dissentingInDigits: dissenting.filter(({ inDigits, isMisspelt }) => inDigits && !isMisspelt).length,
    dissentingMisspelt: dissenting.filter(({ isMisspelt }) => isMisspelt).length,
    dissentingInCase: dissenting.filter(({ inCase }) => inCase).length,
    steadiness: steadinessOf(value, again, readAs),
  };
}

function steadinessOf(value: FieldValue, again: readonly Opinion[], readAs: (text: string) => FieldValue): number[] {
  const isSame = ({ text }: Opinion) => {
    const read = readAs(text);
    return sameValue(read, value) || read === withoutBlanks(value);
  };
  const kinds = Map.groupBy(again, ({ engine }) => kindOfReader(engine));
  return [...kinds.values()].map((own) => own.filter(isSame).length / own.length);
}

/** The support of a text that was read in several zones. */
export function joinSupport(parts: readonly Support[]): Support {
  const [first = noSupport, ...others] = parts;
  return others.reduce(
    (sum, part) => ({
      agreeing: [...sum.agreeing, ...part.agreeing],
      dissenting: [...sum.dissenting, ...part.dissenting],
      kindsAgreeing: Math.min(sum.kindsAgreeing, part.kindsAgreeing),
      dissentingOfOtherKind: [...sum.dissentingOfOtherKind, ...part.dissentingOfOtherKind],
      dissentingInAccents: sum.dissentingInAccents + part.dissentingInAccents,
      dissentingInBlanks: sum.dissentingInBlanks + part.dissentingInBlanks,
      dissentingInDigits: sum.dissentingInDigits + part.dissentingInDigits,
      dissentingMisspelt: sum.dissentingMisspelt + part.dissentingMisspelt,
      dissentingInCase: sum.dissentingInCase + part.dissentingInCase,
      steadiness: [...sum.steadiness, ...part.steadiness],
    }),
    first,
  );
}

interface Comparison {
  readonly isSame: boolean;
  readonly inAccents: boolean;
  readonly inBlanks: boolean;
  readonly inDigits: boolean;
  readonly leftOutBlanks: boolean;
  readonly isMisspelt: boolean;
  readonly inCase: boolean;
}

function compare(value: FieldValue, other: FieldValue, lexicon: Lexicon): Comparison {
  const isSame = sameValue(other, value);
  return {
    isSame,
    inAccents: !isSame && withoutAccents(other) === withoutAccents(value),
    inBlanks: !isSame && withoutBlanks(other) === withoutBlanks(value),
    inDigits: !isSame && differInDigits(String(value), String(other)),
    leftOutBlanks: !isSame && hasLeftOutBlanks(String(other), String(value)),
    inCase: !isSame && String(other).toLowerCase() === String(value).toLowerCase(),
    isMisspelt: !isSame && spellingErrors(String(other), lexicon) > spellingErrors(String(value), lexicon),
  };
}

function withoutAccents(value: FieldValue): string {
  return String(value).normalize('NFD').replace(/\p{M}/gu, '');
}

/** Whether a text is another one without some of its blanks. */
function hasLeftOutBlanks(text: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) {
    if (text[at] === character) at += 1;
    else if (character !== ' ') return false;
  }
  return at === text.length;
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
