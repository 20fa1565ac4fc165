import { digitByHand } from './digits.ts';
import { costsOfBeginnings, type Witness } from './likeness.ts';
import type { MailPart } from './mail-part.ts';

/** What is supposed dearer than the names on the document as all readers have them: what was read, a name of one reader's, an initial. */
const prior = { unnamed: 0.6, notElected: 0.3, namedWithInitial: 0.4 } as const;
/** So many that are made of names are looked at closely. */
const mostStems = 12;
const mostDigits = 4;
const joints = ['', '.', '_', '-'];

/** A name as it was read on the document, by all readers together or by one of them. */
export interface Name {
  readonly text: string;
  readonly isElected: boolean;
}

/** The names on a document. */
export interface Names {
  readonly given: readonly Name[];
  readonly surnames: readonly Name[];
}

/** What may stand before the @: what was read there, and what the names on the document make, with or without a number. */
export function localsOf(before: readonly string[], read: readonly Witness[], names: Names): MailPart[] {
  const numbers = ['', ...new Set(before.flatMap(numbersOf))];
  const stems = stemsOf(names)
    .map((stem) => ({ ...stem, cost: stem.prior + meanBeginning(stem.text, read) }))
    .toSorted((one, other) => one.cost - other.cost)
    .slice(0, mostStems);
  const asRead = before.map((own) =>
    own
      .replace(/\s*([.,_-])\s*/g, '$1')
      .replaceAll(',', '.')
      .replaceAll(' ', ''),
  );
  return [
    ...stems.flatMap(({ text, prior: own }) => numbers.map((number) => ({ text: text + number, prior: own }))),
    ...[...new Set(asRead)].filter((text) => /^[\w.%+-]+$/.test(text)).map((text) => ({ text, prior: prior.unnamed })),
  ];
}

function meanBeginning(text: string, read: readonly Witness[]): number {
  const costs = read.map((one) => one.weight * Math.min(...costsOfBeginnings(text, one.text)));
  return costs.reduce((sum, cost) => sum + cost, 0) / read.reduce((sum, { weight }) => sum + weight, 0);
}

/** What may be the number at the end of a part before an @: its last characters as the digits that they look like. */
function numbersOf(before: string): string[] {
  const last = [...before.replaceAll(' ', '')].slice(-mostDigits);
  return last
    .map((_, from) =>
      last
        .slice(from)
        .map((character) => digitByHand(character))
        .join(''),
    )
    .filter((number) => /^\d+$/.test(number));
}

/** What addresses are made of: the names of a person, or one of them, in either order. */
function stemsOf({ given, surnames }: Names): MailPart[] {
  const [first, last] = [given.flatMap(plainNames), surnames.flatMap(plainNames)];
  const pairs = first.flatMap((one) => last.map((other) => ({ one, other, prior: one.prior + other.prior })));
  const joined = pairs.flatMap(({ one, other, prior: own }) => [
    { words: [one.text, other.text], prior: own },
    { words: [other.text, one.text], prior: own },
    { words: [one.text.charAt(0), other.text], prior: own + prior.namedWithInitial },
  ]);
  const stems = joined.flatMap(({ words, prior: own }) =>
    joints.map((joint) => ({ text: words.join(joint), prior: own })),
  );
  const likeliestLast = [...first, ...last, ...stems].toSorted((one, other) => other.prior - one.prior);
  return [...new Map(likeliestLast.map((stem) => [stem.text, stem])).values()];
}

/** A name in plain small letters, and of several its first as well. */
function plainNames({ text, isElected }: Name): MailPart[] {
  const words = text
    .normalize('NFD')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^a-z]/g, ''));
  return [...new Set([words.join(''), words[0] ?? ''])]
    .filter((word) => word.length > 1)
    .map((word) => ({ text: word, prior: isElected ? 0 : prior.notElected }));
}
