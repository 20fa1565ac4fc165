import type { Character } from '../../model/reading.ts';

/** A text that the reading allows, though it is not what was read. */
export interface Variant {
  readonly text: string;
  /** How much less likely it is than the reading as it stands: natural logarithm of the odds. */
  readonly cost: number;
}

/** Only so many characters are doubted, the least sure ones: as many as the longest code has. */
const mostPlaces = 27;
/** At most so many characters are taken otherwise than they were read. */
const mostChanges = 2;
/** Variants less likely than this are not worth a person's while: about 1 in 20,000. */
const highestCost = 10;
const mostVariants = 3000;
/** Ahead by this much (20 to 1) is clearly ahead. */
export const clearLead = Math.log(20);

/** Cost of taking one character of a reading for another of `choices` equally likely ones. */
export function costOfChange(confidence: number, choices: number): number {
  const sure = Math.min(0.995, Math.max(0.05, confidence));
  return Math.max(0.1, Math.log((sure * choices) / (1 - sure)));
}

interface Change {
  readonly place: number;
  readonly character: string;
  readonly cost: number;
}

function textWith(characters: readonly Character[], changes: readonly Change[]): string {
  return characters
    .map(({ text }, place) => changes.find((change) => change.place === place)?.character ?? text)
    .join('');
}

function leastSurePlaces(characters: readonly Character[]): ReadonlySet<number> {
  const places = characters.map(({ confidence }, place) => ({ confidence, place }));
  const ordered = places.toSorted((left, right) => left.confidence - right.confidence);
  return new Set(ordered.slice(0, mostPlaces).map(({ place }) => place));
}

/**
 * Texts that differ from the reading by at most two look-alikes, likeliest first: where the engine was least sure, a change
 * costs least. The reading itself is not among them.
 */
export function findVariants(
  characters: readonly Character[],
  alternativesOf: (character: string) => readonly string[],
): Variant[] {
  const doubted = leastSurePlaces(characters);
  const changes = characters.flatMap(({ text, confidence }, place): Change[] => {
    if (!doubted.has(place)) return [];
    const others = alternativesOf(text);
    const cost = costOfChange(confidence, others.length);
    return others.map((character) => ({ place, character, cost }));
  });
  let sets: readonly (readonly Change[])[] = [[]];
  const found: Variant[] = [];
  for (let round = 0; round < mostChanges; round += 1) {
    sets = sets.flatMap((set) =>
      changes.filter(({ place }) => place > (set.at(-1)?.place ?? -1)).map((change) => [...set, change]),
    );
    for (const set of sets) {
      const cost = set.reduce((sum, change) => sum + change.cost, 0);
      if (cost <= highestCost) found.push({ text: textWith(characters, set), cost });
    }
  }
  return found.toSorted((left, right) => left.cost - right.cost).slice(0, mostVariants);
}

/** The likeliest of some, when no other comes near it. Variants must be ordered, likeliest first. */
export function clearlyFirst<Item extends { readonly cost: number }>(variants: readonly Item[]): Item | null {
  const [first, second] = variants;
  if (first === undefined) return null;
  return second === undefined || second.cost - first.cost >= clearLead ? first : null;
}
