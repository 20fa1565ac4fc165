import { lookalikeLettersOf } from '../normalise/characters.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsOf } from './spelling.ts';

/** Two letters that readers take for one. */
const pairs: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['cl', 'd'],
  ['ri', 'n'],
  ['ii', 'u'],
  ['li', 'h'],
];

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * Counts words that the list lacks and that no listed word could have been misread as: cenotafio, and not pagarnento. Misreadings
 * lie one letter of like shape away from a word, or are halves of one that lost a letter (intes atario); what lies farther off is a rare
 * word or a name.
 */
export function countRareWords(text: string, lexicon: Lexicon): number {
  const words = wordsOf(text);
  return words.filter(
    (word, place) =>
      !lexicon.knows(word) &&
      !isNearListed(word, lexicon) &&
      !isHalf(word, words[place - 1], words[place + 1], lexicon),
  ).length;
}

function isHalf(word: string, before: string | undefined, after: string | undefined, lexicon: Lexicon): boolean {
  const joined = (left: string | undefined, right: string | undefined) =>
    left !== undefined &&
    right !== undefined &&
    ['', ...alphabet].some((letter) => lexicon.knows((left + letter + right).toLowerCase()));
  return joined(before, word) || joined(word, after);
}

function isNearListed(word: string, lexicon: Lexicon): boolean {
  return [...substitutions(word), ...merges(word)].some((other) => lexicon.knows(other));
}

function substitutions(word: string): string[] {
  const letters = [...word];
  return letters.flatMap((letter, place) =>
    lookalikeLettersOf(letter).map((other) => letters.with(place, other).join('')),
  );
}

function merges(word: string): string[] {
  const ways = [...pairs, ...pairs.map(([two, one]) => [one, two] as const)];
  return ways.flatMap(([from, to]) =>
    [...word.matchAll(new RegExp(from, 'g'))].map(
      ({ index }) => word.slice(0, index) + to + word.slice(index + from.length),
    ),
  );
}
