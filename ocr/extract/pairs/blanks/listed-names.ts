import type { Supposed } from '../../by-hand/likeliest-spellings.ts';
import { costsOfBeginnings, unlikeness, type Witness } from '../../by-hand/likeness.ts';
import { type Comune, placeKey, type Tables } from '../../tables/tables.ts';

/** What it costs more to suppose a comune that is no more, in letters misread. */
const suppressed = 0.5;
/** Beyond this share of its letters misread the name of a place is another. */
const farthest = 0.36;
/** So many names are tried with each other, those that the beginnings or the ends of readings allow most. */
const mostTried = 12;
/** By so many readings, the weightiest, names are looked for. */
const mostLookedUp = 3;

/** A list in which names are looked for that readings may mean. */
export interface NameFinder {
  /** What of the list the readings allow, the likeliest first. */
  readonly likeliest: (witnesses: readonly Witness[]) => Supposed[];
}

/** Finds comuni, past and present, and states, each in capitals as the tables write it. */
export function createPlaceFinder({ comuniByName, states }: Tables): NameFinder {
  const places = [
    ...[...comuniByName].map(([key, comuni]) => ({
      ...{ key: key.toLowerCase(), name: spelt(key, comuni) },
      prior: comuni.some(({ to }) => to === null) ? 0 : suppressed,
    })),
    ...states.map(({ name }) => ({ key: plain(name.it), name: name.it.toUpperCase(), prior: 0 })),
  ];
  return {
    likeliest(witnesses) {
      const read = witnesses.map(({ text, weight }) => ({ text: plain(text), weight }));
      const weights = read.reduce((sum, { weight }) => sum + weight, 0);
      const weightiest = read.toSorted((one, other) => other.weight - one.weight);
      return places
        .flatMap(({ key, name, prior }) => {
          const cost = costUpTo(farthest * key.length * weights, key, weightiest);
          return cost === null ? [] : [{ text: name, cost: prior + cost / weights }];
        })
        .toSorted(byCost);
    },
  };
}

function spelt(key: string, comuni: readonly Comune[]): string {
  return comuni.find(({ name }) => placeKey(name) === key)?.name ?? comuni[0]?.otherName ?? key;
}

/** What it costs all readings together to suppose a text; null where that is more than so much. */
function costUpTo(most: number, text: string, read: readonly Witness[]): number | null {
  let sum = 0;
  for (const own of read) {
    sum += own.weight * (costsOfBeginnings(text, own.text).at(-1) ?? 0);
    if (sum > most) return null;
  }
  return sum;
}

/** Finds people by given name and surname, in either order. In small letters without accents. */
export function createPeopleFinder({ names }: Tables): NameFinder {
  const [given, surnames] = [names.givenNames, names.surnames].map((list) => [...list.keys()].map(plain));
  const orders = [
    { firsts: given ?? [], lasts: surnames ?? [] },
    { firsts: surnames ?? [], lasts: given ?? [] },
  ].map(({ firsts, lasts }) => ({ firsts, lasts: lasts.map(reversed) }));
  return {
    likeliest(witnesses) {
      const read = witnesses.map(({ text, weight }) => ({ text: plain(text), weight }));
      const backwards = read.map(({ text, weight }) => ({ text: reversed(text), weight }));
      return orders
        .flatMap(({ firsts, lasts }) => {
          const ends = likeliestBeginnings(lasts, backwards).map(reversed);
          return likeliestBeginnings(firsts, read).flatMap((first) => ends.map((last) => `${first} ${last}`));
        })
        .map((text) => ({ text, cost: unlikeness(text, read) }))
        .toSorted(byCost);
    },
  };
}

function likeliestBeginnings(names: readonly string[], read: readonly Witness[]): string[] {
  const weightiest = read.toSorted((one, other) => other.weight - one.weight).slice(0, mostLookedUp);
  const costOf = (name: string) =>
    weightiest.reduce((sum, { text, weight }) => sum + weight * Math.min(...costsOfBeginnings(name, text)), 0);
  return (
    names
      // Of a short name less can be misread.
      .map((name) => ({ text: name, cost: costOf(name) / Math.sqrt(name.length) }))
      .toSorted(byCost)
      .slice(0, mostTried)
      .map(({ text }) => text)
  );
}

function byCost(one: Supposed, other: Supposed): number {
  return one.cost - other.cost;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function reversed(text: string): string {
  return [...text].toReversed().join('');
}
