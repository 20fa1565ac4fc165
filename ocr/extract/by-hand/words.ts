import { editDistance } from '../normalise/characters.ts';
import type { Lexicon } from '../spelling/lexicon.ts';
import { inCaseOf } from './letter-case.ts';
import { costsByHand, unlikeness, type Witness } from './likeness.ts';

/** Shorter words are near too many others. */
const shortestWord = 4;
const longWord = 7;
/** Shorter entries are letters that stand for themselves: A B. */
const shortestJoined = 5;
/** What a word may cost more than what was read, in letters misread: a long one is like few others. */
const mostCost = { short: 0.5, long: 1, longAndAlone: 1.4 } as const;
/** How far from a reading words are looked for, likewise. */
const farthest = { short: 0.8, long: 1.6 } as const;
/** So many readings of a word are looked up, the weightiest. */
const mostLookedUp = 3;
/** What the next likeliest word must cost more. */
const lead = 0.12;
/** A long word that is ahead by this much stands alone. */
const farAhead = 0.5;
/** What stands before a vowel with an apostrophe, which is thin and easily lost. */
const elided = /^(dell|dall|nell|sull|coll|all|quell|quest|un|l|d)(?=[aeiouàèéìòùh]\p{L}{3})/iu;

/** Words of which a gap made two. */
export function joinTorn(words: readonly string[], lexicon: Lexicon): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && isTorn(before, word, lexicon)) joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
}

/** Whether two parts are no words, and together are one, or nearly. */
function isTorn(before: string, word: string, lexicon: Lexicon): boolean {
  const end = before.slice(before.lastIndexOf("'") + 1);
  if (!(isWord(end) && isWord(word)) || (lexicon.knows(end) && lexicon.knows(word))) return false;
  const whole = end + word;
  if (whole.length < shortestJoined) return false;
  return (
    lexicon.knows(whole) ||
    (whole.length >= longWord && lexicon.near(whole.toLowerCase(), costsByHand, mostCost.short).length > 0)
  );
}

function isWord(text: string): boolean {
  return /^\p{L}+$/u.test(text);
}

/** A word that no list has as the listed one that its readings allow most, where that is clearly ahead and not far from them. */
export function mendWord(word: string, witnesses: readonly Witness[], lexicon: Lexicon): string {
  if (word.length < shortestWord || lexicon.knows(word) || !/\p{L}{2}/u.test(word)) return word;
  const own = wordsAtPlace(word, witnesses);
  const seen = [...own, { text: word, weight: 0.5 }];
  const readings = [...Map.groupBy(seen, ({ text }) => text.toLowerCase())]
    .map(([text, alike]) => ({ text, weight: alike.reduce((sum, { weight }) => sum + weight, 0) }))
    .toSorted((one, other) => other.weight - one.weight);
  const candidates = new Set(readings.slice(0, mostLookedUp).flatMap(({ text }) => nearWords(text, lexicon)));
  const ranked = [...candidates]
    .map((candidate) => ({ candidate, cost: unlikeness(inCaseOf(word, candidate), seen) }))
    .toSorted((one, other) => one.cost - other.cost);
  const [best] = ranked;
  if (best === undefined) return word;
  const next = ranked.find(({ candidate }) => withoutAccents(candidate) !== withoutAccents(best.candidate));
  const ahead = next === undefined ? Infinity : next.cost - best.cost;
  const isTaken = ahead >= lead && best.cost - unlikeness(word, seen) <= mostCostOf(word, ahead);
  return isTaken ? inCaseOf(word, best.candidate) : word;
}

function mostCostOf(word: string, ahead: number): number {
  if (word.length < longWord) return mostCost.short;
  return ahead >= farAhead ? mostCost.longAndAlone : mostCost.long;
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The word of each reading that is likest to a word. */
function wordsAtPlace(word: string, witnesses: readonly Witness[]): Witness[] {
  const limit = Math.max(1, Math.floor(word.length / 3));
  return witnesses.flatMap(({ text, weight }) => {
    const near = text
      .split(/[^\p{L}\d]+/u)
      .map((other) => ({ text: other, distance: editDistance(word.toLowerCase(), other.toLowerCase(), limit) }))
      .toSorted((one, other) => one.distance - other.distance)[0];
    return near === undefined || near.distance > limit ? [] : [{ text: near.text, weight }];
  });
}

/** Listed words of which a reading may be a misreading, and what an apostrophe was lost from. */
function nearWords(word: string, lexicon: Lexicon): string[] {
  const most = word.length >= longWord ? farthest.long : farthest.short;
  const listed = lexicon.near(word, costsByHand, most).filter((other) => other.length >= shortestWord);
  const parted = word.replace(elided, "$1'");
  return parted !== word && lexicon.knows(parted.slice(parted.indexOf("'") + 1)) ? [...listed, parted] : listed;
}
