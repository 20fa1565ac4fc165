import { type Lexicon, withAccentsOfNouns } from '../spelling/lexicon.ts';
import { entryAsNumber } from './digits.ts';
import { inCaseOf, levelCase } from './letter-case.ts';
import type { Witness } from './likeness.ts';
import { joinTorn, mendWord } from './words.ts';

const fewestWordsOfSentence = 5;
/** Text by hand with its words as a list of the language has them where the readings allow that, and no other word as much. */
export function mendProse(text: string, witnesses: readonly Witness[], isSentence: boolean, lexicon: Lexicon): string {
  const read = witnesses.map(({ text: own, weight }) => ({ text: own.replace(/\s+/g, ' '), weight }));
  const joined = joinTorn(levelCase(text).split(' '), lexicon);
  const words = joined.map((word) => word.replace(/\p{L}[\p{L}\d]*/gu, (own) => mendWord(own, read, lexicon)));
  const mended = withAccentsOfNouns(words.join(' '), lexicon);
  if (words.length < fewestWordsOfSentence) return entryAsNumber(mended);
  const spelt = mendSentence(mended, lexicon);
  return isSentence ? withFinalStop(spelt, read) : spelt;
}

/** Words of a letter that are none, as their thin I was passed over. */
const withLostStem: Readonly<Record<string, string>> = { d: 'di', m: 'mi', l: 'il', s: 'si', c: 'ci' };

/** Small words with what they lost; and within a sentence in small letters words begin small unless they may be names. */
function mendSentence(text: string, lexicon: Lexicon): string {
  const isSmall = text.slice(1) !== text.slice(1).toLocaleUpperCase('it');
  return text
    .replace(/(?<=^|\s)[dmlsc](?=\s\p{L}{2})/giu, (letter) =>
      inCaseOf(isSmall ? letter : 'AA', withLostStem[letter.toLowerCase()] ?? letter),
    )
    .replace(/(?<=^|\s)(de|ne|da|su)(l)(?=[aeo]\s)/giu, '$1$2$2')
    .replace(/(?<=\p{L}[,']?\s)\p{Lu}\p{Ll}{3,}/gu, (word) =>
      lexicon.isSmall(word) ? word.toLocaleLowerCase('it') : word,
    );
}

/** The full stop of a sentence, where any reader saw one. */
function withFinalStop(text: string, witnesses: readonly Witness[]): string {
  const isSentence = text.split(' ').length >= fewestWordsOfSentence && /\p{L}$/u.test(text);
  return isSentence && witnesses.some((witness) => /\p{L}\s?[.,]$/u.test(witness.text.trim())) ? `${text}.` : text;
}
