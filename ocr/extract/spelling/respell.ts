import { editDistance } from '../normalise/characters.ts';
import type { Lexicon } from './lexicon.ts';
import { spellingErrors } from './spelling.ts';

/** Of so many characters one may differ between two readings of the same text, and two in any. */
const charactersPerDifference = 8;
const fewestDifferences = 2;

/**
 * Takes, among what engines read of one text, the spelling that has the fewest errors: word by word where they have as many
 * words as the text, else as a whole; among equals what more of them read. The text itself stays where nobody spells it
 * better. `opinions` are ordered, the surest first.
 */
export function respell(text: string, opinions: readonly string[], lexicon: Lexicon): string {
  const near = opinions.filter((opinion) => opinion !== text && isSameText(text, opinion));
  const votes = (spelling: string) => near.filter((opinion) => opinion === spelling).length;
  const spellings = [...near, ...near.map((opinion) => mixWords(text, opinion, lexicon))].map((spelling) => ({
    spelling,
    errors: spellingErrors(spelling, lexicon),
    votes: votes(spelling),
  }));
  const [best] = spellings.toSorted((left, right) => left.errors - right.errors || right.votes - left.votes);
  return best !== undefined && best.errors < spellingErrors(text, lexicon) ? best.spelling : text;
}

/** Whether two readings can be of one text: a reader who missed half of it would have fewer words to misspell. */
function isSameText(text: string, other: string): boolean {
  const limit = Math.max(fewestDifferences, Math.floor(text.length / charactersPerDifference));
  return editDistance(text.toLowerCase(), other.toLowerCase(), limit) <= limit;
}

function mixWords(text: string, opinion: string, lexicon: Lexicon): string {
  const [words, others] = [text.split(' '), opinion.split(' ')];
  if (words.length !== others.length) return text;
  return words
    .map((word, place) => {
      const other = others[place] ?? word;
      return spellingErrors(other, lexicon) < spellingErrors(word, lexicon) ? other : word;
    })
    .join(' ');
}
