import type { MisreadingCosts, WordGraph } from './word-graph.ts';

/** The words of a language, as far as a list has them. */
export interface Lexicon {
  /** Whether a word is listed, in whichever case. */
  knows(word: string): boolean;
  /** Whether a word is listed in small letters alone: no name is spelt so. */
  isSmall(word: string): boolean;
  /** Listed words, in small letters, of which a text in small letters may be a misreading that costs at most so much. */
  near(read: string, costs: MisreadingCosts, most: number): string[];
}

/** The words of a list, and others in small letters that it lacks. */
export function createLexicon(words: WordGraph, others: ReadonlySet<string> = new Set()): Lexicon {
  return {
    isSmall(word) {
      const lower = word.toLocaleLowerCase('it');
      const capitalised = lower.charAt(0).toLocaleUpperCase('it') + lower.slice(1);
      return others.has(lower) || (words.has(lower) && !words.has(capitalised));
    },
    near: (read, costs, most) => words.near(read, costs, most),
    knows(word) {
      const lower = word.toLocaleLowerCase('it');
      const capitalised = lower.charAt(0).toLocaleUpperCase('it') + lower.slice(1);
      return others.has(lower) || [word, lower, capitalised].some((spelling) => words.has(spelling));
    },
  };
}

/** Endings that are rare without an accent where the word has one: identità, libertà, Forlì. Of entrò and entro both are common. */
const accentedEnding = /(?<=[ie]t|[bv]ert)a$|(?<=\p{L}{3})[iu]$/u;
const accents: Readonly<Record<string, string>> = { a: 'à', i: 'ì', u: 'ù' };

/** Whether a word without an accent at its end is listed with one as well: where readers miss accents, that one is meant. */
export function hasAccentedTwin(word: string, lexicon: Lexicon): boolean {
  const lower = word.toLocaleLowerCase('it');
  const twin = lower.replace(accentedEnding, (ending) => accents[ending] ?? ending);
  return twin !== lower && lexicon.knows(twin);
}

/** Long nouns in -tà are written without the accent by oversight only, or in capitals. */
const nounWithoutAccent = /(?<!\p{L})\p{L}{2,}(?:[ie]t|[bv]ert)a(?!\p{L})/giu;
/** What the same letters mean without it: verbs and adjectives. */
const otherWords = /^(?:necessita|facilita|felicita|capacita|infinita|abilita|debilita|nobilita)$/iu;

/** The text with the accents that its nouns in -tà lack: Carta d'identita, VIA DELLA LIBERTA. */
export function withAccentsOfNouns(text: string, lexicon: Lexicon): string {
  return text.replace(nounWithoutAccent, (word) => {
    if (otherWords.test(word) || !hasAccentedTwin(word, lexicon)) return word;
    return word.slice(0, -1) + (word.endsWith('A') ? 'À' : 'à');
  });
}
