import { editDistance, lookalikeLettersOf } from '../normalise/characters.ts';

/** Names by the form in which they are compared, each as it is listed. */
type List = ReadonlyMap<string, string>;

/** Words that stand before many surnames, which no list of names has by themselves. */
const particles: ReadonlySet<string> = new Set([
  'DA',
  'DAL',
  'DALLA',
  'DE',
  'DEI',
  'DEGLI',
  'DEL',
  'DELLA',
  'DELLE',
  'DELLO',
  'DI',
  'LA',
  'LE',
  'LI',
  'LO',
]);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Letters of one thin stroke, which are lost, or seen twice, more easily than others. */
const thin = /[IJLT']/;

/** Words as long as this are told from each other though two of their letters are wrong. */
const longWord = 6;

/** How unlikely it is to misread one for the other; only the order matters. */
const costs = { blank: 1, thin: 2, lookalike: 2, other: 3, twoLetters: 6 } as const;

export interface NearName {
  readonly key: string;
  readonly cost: number;
}

/** Whether a name, in the form in which names are compared, is listed: as a whole, or word by word. */
export function isListed(key: string, list: List): boolean {
  if (list.has(key)) return true;
  const words = key.split(' ');
  const [last = ''] = words.slice(-1);
  return words.length > 1 && list.has(last) && words.every((word) => list.has(word) || particles.has(word));
}

/** A name that wide letters tore in two, joined to a listed one; null where no two of its words are. */
export function joinTorn(name: string, list: List): string | null {
  const gaps = [...name.matchAll(/ /g)].map(({ index }) => index);
  return gaps.map((at) => name.slice(0, at) + name.slice(at + 1)).find((joined) => isListed(joined, list)) ?? null;
}

/**
 * Listed names that a reading may be a misreading of, the likeliest first: one letter or blank away; where there is none, two letters of a
 * long word. Names are in the form in which they are compared (`placeKey`).
 */
export function nearNames(name: string, list: List): NearName[] {
  const near = withOneEdit(name).filter(({ key }) => isListed(key, list));
  return leastOfEach(near.length > 0 ? near : withTwoLetters(name, list));
}

function leastOfEach(names: readonly NearName[]): NearName[] {
  const least = new Map<string, NearName>();
  for (const name of names.toSorted((left, right) => left.cost - right.cost)) {
    if (!least.has(name.key)) least.set(name.key, name);
  }
  return [...least.values()];
}

function withOneEdit(name: string): NearName[] {
  const places = Array.from({ length: name.length + 1 }, (_, place) => place);
  return places.flatMap((place) => {
    const [before, at, after] = [name.slice(0, place), name.charAt(place), name.slice(place + 1)];
    const added = letters.map((letter) => ({
      key: before + letter + at + after,
      cost: costOfLoss(letter, before, at),
    }));
    const parted = before === '' || at === '' ? [] : [{ key: `${before} ${at}${after}`, cost: costs.blank }];
    if (at === '') return added;
    const dropped = { key: before + after, cost: at === ' ' ? costs.blank : costOfLoss(at, before, after) };
    const replaced =
      at === ' ' ? [] : letters.map((letter) => ({ key: before + letter + after, cost: costOfSwap(at, letter) }));
    return [...added, ...parted, dropped, ...replaced.filter(({ key }) => key !== name)];
  });
}

/** Cost of a letter that was lost between two others, or put there: thin ones and the second of two alike are easily. */
function costOfLoss(letter: string, before: string, after: string): number {
  return thin.test(letter) || before.endsWith(letter) || after.startsWith(letter) ? costs.thin : costs.other;
}

function costOfSwap(read: string, letter: string): number {
  return lookalikeLettersOf(read).includes(letter) ? costs.lookalike : costs.other;
}

function withTwoLetters(name: string, list: List): NearName[] {
  const words = name.split(' ');
  const unlisted = words.filter((word) => !list.has(word) && !particles.has(word));
  const [wrong = ''] = unlisted;
  if (unlisted.length !== 1 || wrong.length < longWord) return [];
  return [...list.keys()]
    .filter((other) => other.length >= longWord && editDistance(wrong, other, 2) <= 2)
    .map((other) => ({ key: words.map((word) => (word === wrong ? other : word)).join(' '), cost: costs.twoLetters }));
}

/** The name in the form in which it is compared, spelt as it is listed, each word by itself where the whole is not. */
export function asListed(key: string, list: List): string {
  const spell = (word: string) => list.get(word) ?? word.charAt(0) + word.slice(1).toLowerCase();
  return list.get(key) ?? key.split(' ').map(spell).join(' ');
}
