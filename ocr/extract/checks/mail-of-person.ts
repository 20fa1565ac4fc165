import type { FieldDescription } from '../describe.ts';
import { type GrowingAgreement, textAt, type Values } from './agreement.ts';

/** Shorter names than this stand in other words by chance. */
const shortestName = 3;

/**
 * Confirms addresses of mail that are made of a person's names alone, with or without a number, and these names: the same
 * letters were then read twice, in two places. An address made otherwise says nothing, nor does one that rules put together.
 */
export function applyMailOfPerson(
  descriptions: readonly FieldDescription[],
  values: Values,
  repaired: ReadonlySet<string>,
  into: GrowingAgreement,
): void {
  const named = descriptions.flatMap(({ kind, pointer }) => {
    const name = kind === 'surname' || kind === 'given-name' ? textAt(values, pointer) : null;
    return name === null || plainLetters(name).length < shortestName ? [] : [{ pointer, letters: plainLetters(name) }];
  });
  for (const { pointer } of descriptions.filter(({ kind }) => kind === 'email')) {
    const words = wordsOfAddress(textAt(values, pointer) ?? '');
    const found = namesIn(words, named);
    if (found === null || repaired.has(pointer)) continue;
    into.confirmed.add(pointer);
    for (const name of found) into.supported.add(name.pointer);
  }
}

/** The names that an address for this person would be made of: `porcari13@pec.example` is made of Porcari and a number. */
export function isMadeOfNames(address: string, names: readonly string[]): boolean {
  const named = names.map((name) => ({ pointer: name, letters: plainLetters(name) }));
  return (
    namesIn(
      wordsOfAddress(address),
      named.filter(({ letters }) => letters.length >= shortestName),
    ) !== null
  );
}

interface Named {
  readonly pointer: string;
  readonly letters: string;
}

/** Words of letters before the @, without the number at their end; empty where anything else stands there. */
function wordsOfAddress(address: string): string[] {
  const local = /^([a-z]+(?:[._-][a-z]+)*)\d{0,4}@/.exec(address)?.[1] ?? '';
  return local === '' ? [] : local.split(/[._-]/);
}

/** The names of which all of the words are made, one or two to a word; null where a word is made of none. */
function namesIn(words: readonly string[], named: readonly Named[]): Named[] | null {
  const found = words.map((word) => {
    const one = named.find(({ letters }) => letters === word);
    if (one !== undefined) return [one];
    return named.flatMap((first) =>
      named
        .filter((second) => second !== first && first.letters + second.letters === word)
        .map((second) => [first, second]),
    )[0];
  });
  const all = found.filter((names) => names !== undefined);
  return words.length === 0 || all.length < words.length ? null : all.flat();
}

function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
