import type { WordGraph } from './word-graph.ts';

/** The words of a language, as far as a list has them. */
export interface Lexicon {
  /** Whether a word is listed, in whichever case. */
  knows(word: string): boolean;
}

export function createLexicon(words: WordGraph): Lexicon {
  return {
    knows(word) {
      const lower = word.toLocaleLowerCase('it');
      const capitalised = lower.charAt(0).toLocaleUpperCase('it') + lower.slice(1);
      return [word, lower, capitalised].some((spelling) => words.has(spelling));
    },
  };
}

/** Endings that are rare without an accent where the word has one: identità, Forlì. Of entrò and entro both are common. */
const accentedEnding = /(?<=[ie]t)a$|(?<=\p{L}{3})[iu]$/u;
const accents: Readonly<Record<string, string>> = { a: 'à', i: 'ì', u: 'ù' };

/** Whether a word without an accent at its end is listed with one as well: where readers miss accents, that one is meant. */
export function hasAccentedTwin(word: string, lexicon: Lexicon): boolean {
  const lower = word.toLocaleLowerCase('it');
  const twin = lower.replace(accentedEnding, (ending) => accents[ending] ?? ending);
  return twin !== lower && lexicon.knows(twin);
}
