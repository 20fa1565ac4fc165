import type { Opinion } from '../../model/reading.ts';
import type { MisreadingCosts } from '../spelling/word-graph.ts';

/*
 * How likely a hand's letters are read as others: costs are about logarithms of odds, 1 that of any letter for any other. Set by hand from
 * readings of samples.
 */

/** What hands make alike, besides the same letter large and small. */
const alike: readonly string[] = [
  '0oODQ6',
  '1iIlLtjJ7|!/',
  '2zZ?',
  '3B8',
  '4A9Y',
  '5sS',
  '6bGC',
  '7?T',
  '8B&',
  '9gqP',
  'eaco@©®QG6',
  'nuhmrNMHWUL',
  'vyurVYU',
  'ftFTE',
  'kKXxR',
  'hHK',
  ".,-_':; ",
];
const accents: readonly (readonly [string, string])[] = ['àa', 'èe', 'éè', 'ée', 'ìi', 'òo', 'ùu'].map((pair) => [
  pair.charAt(0),
  pair.charAt(1),
]);
const cost = { otherCase: 0.1, accent: 0.2, alike: 0.5, other: 1, blank: 0.1, stem: 0.5, letter: 0.8 } as const;
/** Readers pass over a sign more often than they see one where none is. */
const costOfSign = { lost: 0.25, seen: 0.5 } as const;
/** What the least sure reader still has to say, beside the surest. */
const leastWeight = 0.2;

/** Readings of one text, each with how much it counts. */
export interface Witness {
  readonly text: string;
  readonly weight: number;
}

export function witnessesOf(opinions: readonly Opinion[]): Witness[] {
  return opinions
    .map(({ text, confidence }) => ({ text: text.trim(), weight: leastWeight + confidence }))
    .filter(({ text }) => text !== '');
}

/** Characters up to here have their costs in a table. */
const tableSize = 256;
const replacing = new Float64Array(tableSize * tableSize).fill(cost.other);
for (let one = 0; one < tableSize; one += 1) {
  const written = String.fromCharCode(one);
  for (const other of new Set([written.toLowerCase(), written.toUpperCase()])) setCost(written, other, cost.otherCase);
}
for (const pair of accents) {
  for (const [one, other] of [pair, pair.map((letter) => letter.toUpperCase())]) {
    setCost(one, other, cost.accent);
    setCost(other, one, cost.accent);
  }
}
for (const group of alike) {
  for (const one of group) {
    for (const other of group) if (one.toLowerCase() !== other.toLowerCase()) setCost(one, other, cost.alike);
  }
}
for (let one = 0; one < tableSize; one += 1) replacing[one * tableSize + one] = 0;
const losing = Float64Array.from({ length: tableSize }, (_, code) => costOfLost(String.fromCharCode(code)));
const seeing = Float64Array.from({ length: tableSize }, (_, code) => costOfSeen(String.fromCharCode(code)));

function setCost(one = '', other = '', value = 0): void {
  const [row, column] = [one.charCodeAt(0), other.charCodeAt(0)];
  if (row < tableSize && column < tableSize) replacing[row * tableSize + column] = value;
}

function costOfLost(character: string): number {
  if (character === ' ') return cost.blank;
  if (/[Iil1]/.test(character)) return cost.stem;
  return isSign(character) ? costOfSign.lost : cost.letter;
}

function costOfSeen(character: string): number {
  if (character === ' ') return cost.blank;
  return isSign(character) ? costOfSign.seen : cost.letter;
}

function isSign(character: string): boolean {
  return !/[\p{L}\d@]/u.test(character);
}

/** What misreadings of hands cost: a character read as another, one passed over, one seen where none is. */
export const costsByHand: MisreadingCosts = {
  replacing(written, read) {
    const [row, column] = [written.charCodeAt(0), read.charCodeAt(0)];
    if (row < tableSize && column < tableSize) return replacing[row * tableSize + column] ?? cost.other;
    return written === read ? 0 : cost.other;
  },
  losing: (written) => losing[written.charCodeAt(0)] ?? cost.letter,
  seeing: (read) => seeing[read.charCodeAt(0)] ?? cost.letter,
};

/**
 * What it costs to suppose that a text was read as each beginning of `read` (Levenshtein 1966, with costs): one number for each of its
 * lengths, from none to all.
 */
export function costsOfBeginnings(text: string, read: string): number[] {
  const seen = [...read];
  const costsOfSeeing = seen.map(costsByHand.seeing);
  let before = [0];
  for (const own of costsOfSeeing) before.push((before.at(-1) ?? 0) + own);
  for (const written of text) {
    const lost = costsByHand.losing(written);
    const row = [(before[0] ?? 0) + lost];
    for (let at = 1; at < before.length; at += 1) {
      const replaced = (before[at - 1] ?? 0) + costsByHand.replacing(written, seen[at - 1] ?? '');
      row.push(Math.min(replaced, (before[at] ?? 0) + lost, (row[at - 1] ?? 0) + (costsOfSeeing[at - 1] ?? 0)));
    }
    before = row;
  }
  return before;
}

/** How unlike a text is to all its readings: mean cost of supposing it. */
export function unlikeness(text: string, witnesses: readonly Witness[]): number {
  const weights = witnesses.reduce((sum, { weight }) => sum + weight, 0);
  const costs = witnesses.reduce(
    (sum, { text: read, weight }) => sum + weight * (costsOfBeginnings(text, read).at(-1) ?? 0),
    0,
  );
  return weights === 0 ? 0 : costs / weights;
}
