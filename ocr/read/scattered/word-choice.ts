import { logisticProbability } from '../../model/logistic.ts';
import type { Word } from '../../model/reading.ts';
import type { WordList } from '../whole/word-list.ts';
import type { Slot } from './slots.ts';
import type { SettledWord } from './word-certainty.ts';
import { wordChoiceWeights } from './word-choice-weights.ts';
import { spellingFeatures } from './word-trust.ts';

/** What one reader makes of a slot, and what the other does. */
export interface Option {
  readonly reader: 'first' | 'second';
  readonly words: readonly Word[];
  readonly rival: readonly Word[];
}

export interface Choice {
  readonly words: readonly Word[];
  readonly seenBy: SettledWord['seenBy'];
  /** How likely every character is right. */
  readonly chance: number;
}

/** What is less likely right than this is left out. */
const leastChance = 0.25;
/** Readers are never quite sure. */
const leastProbability = 0.02;
const mostProbability = 0.995;
const mostHeights = 3;
const mostWords = 4;
const mostLetters = 3;
const strangeMark = /[^\p{L}\p{N}.,:;'"()&$%#/-]/u;
const noSpelling = spellingFeatures('').map(() => 0);

/** The spelling of a slot that is likelier right, by a logistic regression over what both readers make of it; null where none is. */
export function chooseOption(slot: Slot, letterPx: number, list: WordList): Choice | null {
  const [best] = optionsOf(slot)
    .map((option) => ({
      option,
      chance: logisticProbability(wordChoiceWeights[option.reader], choiceFeatures(option, letterPx, list)),
    }))
    .toSorted((one, other) => other.chance - one.chance);
  if (best === undefined || best.chance < leastChance) return null;
  const { words, rival, reader } = best.option;
  const isConfirmed = rival.length > 0 && lettersOf(words) === lettersOf(rival);
  return { words, chance: best.chance, seenBy: isConfirmed ? 'both' : reader };
}

export function optionsOf({ first, second }: Slot): Option[] {
  const options: Option[] = [
    { reader: 'first', words: first, rival: second },
    { reader: 'second', words: second, rival: first },
  ];
  return options.filter(({ words }) => words.length > 0);
}

/** One row of features for an option. `letterPx` is how high words of the page usually are. */
export function choiceFeatures({ words, rival }: Option, letterPx: number, list: WordList): number[] {
  const [text, other] = [spelt(words, ''), spelt(rival, '')];
  const odds = leastOdds(words);
  const rivalOdds = rival.length === 0 ? 0 : leastOdds(rival);
  const isAlone = flag(rival.length === 0);
  const isSame = flag(text === other);
  const isAlike = flag(isAlone + isSame === 0 && lettersOf(words) === lettersOf(rival));
  const differs = 1 - isAlone - isSame - isAlike;
  const likeness = differs * sharedLetters(text, other);
  const heights = Math.max(...words.map(({ box }) => box[3] - box[1])) / Math.max(1, letterPx);
  const [listed, rivalListed] = [listedShare(words, list), differs * listedShare(rival, list)];
  return [
    odds,
    isAlone,
    isAlone * odds,
    isSame,
    isSame * odds,
    isSame * rivalOdds,
    isAlike,
    isAlike * odds,
    isAlike * rivalOdds,
    differs * odds,
    differs * rivalOdds,
    likeness,
    likeness * rivalOdds,
    differs * Math.max(-mostLetters, Math.min(mostLetters, text.length - other.length)),
    ...spellingFeatures(text),
    ...(differs === 1 ? spellingFeatures(other) : noSpelling),
    Math.min(mostHeights, heights),
    Math.abs(Math.log(heights + 0.01)),
    Math.min(mostWords, words.length),
    differs * Math.min(mostWords, rival.length),
    listed,
    rivalListed,
    differs * listed,
    flag(strangeMark.test(text)),
    differs * flag(strangeMark.test(other)),
  ];
}

function spelt(words: readonly Word[], blank: string): string {
  return words.map(({ text }) => text).join(blank);
}

function lettersOf(words: readonly Word[]): string {
  return spelt(words, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function leastOdds(words: readonly Word[]): number {
  const least = Math.min(...words.map(({ confidence }) => confidence));
  const kept = Math.min(mostProbability, Math.max(leastProbability, least));
  return Math.log(kept / (1 - kept));
}

/** From -1, none of the words is listed, to 1, all are; what is too short to tell counts for neither. */
function listedShare(words: readonly Word[], list: WordList): number {
  const found = spelt(words, ' ').match(/\p{L}{3,}/gu) ?? [];
  return found.reduce((sum, word) => sum + (list.knows(word) ? 1 : -1), 0) / Math.max(1, found.length);
}

/** Dice's coefficient over the characters of two texts, wherever they stand. */
function sharedLetters(one: string, other: string): number {
  const left = [...other];
  const shared = [...one].filter((letter) => {
    const place = left.indexOf(letter);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
  return (2 * shared.length) / Math.max(1, one.length + other.length);
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}
