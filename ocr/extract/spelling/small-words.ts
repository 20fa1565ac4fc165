import type { Lexicon } from './lexicon.ts';

/** Articles and prepositions: what readers join to the next word where a writer left a narrow gap. */
const smallWords: readonly string[] =
  'i il lo la le gli un una di del dello della dei degli delle da dal dalla dai dalle al alla ai alle in nel nella con per su sul sulla e'.split(
    ' ',
  );
/** In small letters: a word in capitals may be a name, of which no list has all. */
const smallLetters = /(?<!\p{L})\p{L}\p{Ll}{4,}(?!\p{L})/gu;
/** Shorter texts are entries and names, whose words are their own. */
const fewestWordsOfSentence = 5;

/**
 * Puts back the blank behind a small word of a sentence that was joined to the next: deltecnico, Ilavori. Only where the two together
 * are no word and the second is one.
 */
export function separateSmallWords(text: string, lexicon: Lexicon): string {
  if (text.split(' ').length < fewestWordsOfSentence) return text;
  return text.replace(smallLetters, (word, place: number) => {
    // Within a sentence a capital begins a name: Delpiero.
    const isName = place > 0 && /^\p{Lu}/u.test(word);
    return isName || lexicon.knows(word) ? word : separated(word, lexicon);
  });
}

function separated(word: string, lexicon: Lexicon): string {
  const [only, other] = smallWords
    .filter((small) => word.toLowerCase().startsWith(small) && !isElided(small, word))
    .filter((small) => lexicon.knows(word.slice(small.length)))
    .map((small) => `${word.slice(0, small.length)} ${word.slice(small.length)}`);
  return only === undefined || other !== undefined ? word : only;
}

/** Before a vowel stands another form with an apostrophe, which was lost as well: dellimmobile. */
function isElided(small: string, word: string): boolean {
  return small.endsWith('l') && /^[aeiouh]/.test(word.slice(small.length));
}
