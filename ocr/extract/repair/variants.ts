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

/** Cost of what the engine gave no chance worth keeping. */
const unlikely = Math.log(1 / 0.0005);

/**
 * Cost of taking one character of a reading for another: by the odds that the engine gave both where it weighed them, else
 * by how sure it was and how many look alike. Characters that it would not have thought of cost more.
 */
export function costOfTaking(read: Character, other: string, lookalikes: readonly string[]): number {
  if (read.alternatives === undefined) {
    const cost = costOfChange(read.confidence, Math.max(1, lookalikes.length));
    return lookalikes.includes(other) ? cost : cost + clearLead;
  }
  const weighed = read.alternatives.find(({ text }) => text === other);
  if (weighed === undefined) return Math.max(clearLead, Math.log(Math.max(0.05, read.confidence)) + unlikely);
  return Math.max(0.1, Math.log(Math.max(0.05, read.confidence) / weighed.probability));
}

interface Change {
  readonly place: number;
  readonly character: string;
  readonly cost: number;
}

/** What a character may be taken for: what the engine thought of where it weighed characters, else its look-alikes. */
function changesAt(place: number, read: Character, lookalikes: readonly string[]): Change[] {
  const others = read.alternatives?.map(({ text }) => text) ?? lookalikes;
  return others.map((character) => ({ place, character, cost: costOfTaking(read, character, lookalikes) }));
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
 * Texts that differ from the reading by at most two characters, likeliest first: where the engine was least sure, a change
 * costs least. The reading itself is not among them.
 */
export function findVariants(
  characters: readonly Character[],
  lookalikesOf: (character: string) => readonly string[],
): Variant[] {
  const doubted = leastSurePlaces(characters);
  const changes = characters.flatMap((read, place) =>
    doubted.has(place) ? changesAt(place, read, lookalikesOf(read.text)) : [],
  );
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
