import type { ValueKind } from '../../model/form.ts';
import type { Character } from '../../model/reading.ts';
import { lookalikesOf } from '../normalise/characters.ts';
import type { Normalised } from '../normalise/normalised.ts';
import { clearlyFirst, findVariants } from './variants.ts';

/** A value that some variant of the reading gives and that breaks no rule of its kind. */
export interface PossibleValue {
  readonly value: string;
  readonly cost: number;
}

/**
 * Kinds whose rules refuse nearly every wrong text, so that what they let through is worth proposing, with the characters
 * that may be put in: a letter put into a date would only look like one more separator.
 */
const searchable: Readonly<Partial<Record<ValueKind, RegExp>>> = {
  'codice-fiscale': /[A-Z0-9]/,
  iban: /[A-Z0-9]/,
  'partita-iva': /\d/,
  date: /\d/,
  cap: /\d/,
  province: /[A-Z]/,
};
const mostCandidates = 5;

/** Values that the rules of the kind allow among the look-alikes of a reading, likeliest first. */
export function possibleValues(
  kind: ValueKind,
  characters: readonly Character[],
  normalise: (text: string) => Normalised,
): PossibleValue[] {
  const allowed = searchable[kind];
  if (allowed === undefined) return [];
  const alternativesOf = (character: string) =>
    lookalikesOf(character.toUpperCase()).filter((other) => allowed.test(other));
  const costs = new Map<string, number>();
  for (const { text, cost } of findVariants(characters, alternativesOf)) {
    const { value, problem } = normalise(text);
    // Ordered by cost: the first variant that gives a value is its likeliest.
    if (typeof value === 'string' && problem === null && !costs.has(value)) costs.set(value, cost);
  }
  return [...costs].map(([value, cost]) => ({ value, cost }));
}

/**
 * Takes a value that breaks the rules of its kind for the only one that the reading's look-alikes allow, when that is
 * clearly ahead of every other; else these become candidates. What is taken is told as repaired and confirms nothing.
 */
export function repairReading(
  kind: ValueKind,
  characters: readonly Character[],
  normalised: Normalised,
  normalise: (text: string) => Normalised,
): Normalised {
  if (normalised.problem === null) return normalised;
  const possible = possibleValues(kind, characters, normalise);
  const first = clearlyFirst(possible);
  const others = possible.filter((item) => item !== first).map(({ value }) => value);
  if (first === null) {
    const candidates = [...new Set([...others, ...normalised.candidates])];
    return { ...normalised, candidates: candidates.slice(0, mostCandidates) };
  }
  const candidates = others.slice(0, mostCandidates);
  return { value: first.value, repaired: true, corroborated: false, problem: null, candidates };
}
