import type { Lexicon } from './lexicon.ts';

/** Articles and prepositions: what readers join to the next word where a writer left a narrow gap. */
const smallWords: readonly string[] =
  'i il lo la le gli un una di del dello della dei degli delle da dal dalla dai dalle al alla ai alle in nel nella con per su sul sulla e'.split(
    ' ',
  );
/** What small words are read as where a letter looks like another, ie distanze, or a gap is narrow, eil notaio. */
const misread: Readonly<Record<string, string>> = {
  ie: 'le',
  ia: 'la',
  ii: 'il',
  iì: 'il',
  eil: 'e il',
  ela: 'e la',
  ele: 'e le',
};
/** The article of a plural tied to its word by a speck: I-lavori. */
const tiedArticle = /^[Il]-(?=\p{Ll}+[iI]\s)/u;
/** The article of a plural joined to it at the beginning of a sentence in capitals, where no name stands: ILAVORI. */
const joinedArticle = /^I(?=\p{Lu}{4,}I\s)/u;
/** No writer puts a mark behind a small word: e. devo, PRIMA DI, PRESENTARE. */
const markBehind = new RegExp(`(?<=(?:^|\\s)(?:${smallWords.join('|')}))[.,;:](?=\\s\\p{L})`, 'giu');
/** In small letters: a word in capitals may be a name, of which no list has all. */
const smallLetters = /(?<!\p{L})\p{L}\p{Ll}{4,}(?!\p{L})/gu;
/** Shorter texts are entries and names, whose words are their own. */
const fewestWordsOfSentence = 5;

/**
 * Mends the small words of a sentence: puts back the blank behind one that was joined to the next, deltecnico or Ilavori, where the
 * two together are no word and the second is one; and takes for one what is none and looks like it.
 */
export function mendSmallWords(text: string, lexicon: Lexicon): string {
  if (text.split(' ').length < fewestWordsOfSentence) return text;
  const spelt = text
    .replace(tiedArticle, 'I ')
    .replace(joinedArticle, 'I ')
    .replace(markBehind, '')
    .replace(/(?<=\s)\p{Ll}{2,3}(?=\s)/gu, (word) => misread[word] ?? word);
  return spelt.replace(smallLetters, (word, place: number) => {
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
