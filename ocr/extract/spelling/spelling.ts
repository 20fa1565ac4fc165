import { hasAccentedTwin, type Lexicon } from './lexicon.ts';

/** Shorter letters stand for themselves as often as for a word: scala C, via S. Marco. */
const shortestWord = 3;
/** Fewer words than this are an entry, in which letters may stand alone: A B. */
const fewestWordsOfSentence = 4;

/** What no writer puts between letters, and readers who see a speck do. */
const oddMark =
  /[.;:]\s\p{Ll}|\p{Ll}[.,;:]\p{Ll}|[.;:]\p{Lu}\p{Ll}|\p{Lu}{2}[.,;:·]\p{Lu}{2}|\p{Ll}'\d|^\p{Lu}-\p{Ll}|(?<=\s)[AEIOaeio]\.\s|(?<=\s\S+\s\S+)[.;:]\s\p{L}+\.$/gu;
/** Small letters and digits in one word: d1, CLCL4 may be a code. */
const digitInWord = /(?<!\p{Lu})\p{Ll}\d|\d\p{Ll}(?=\p{Ll})/gu;
/** Letters among the digits of one number, and a 1 for the article that stands before plurals in -i: 2O25, 1 lavori. So are kings: Umberto 1. */
const misreadNumber =
  /(?<=(?:[Uu]mberto|UMBERTO|[Ee]manuele|EMANUELE)\s)[1l]+(?![\p{L}\d])|(?<=\d)[OIl](?=\d)|(?<!\p{L})[lIO]\d+(?!\p{L})|(?<!\S)[1l]\s(?=\p{L}{3,}[iI](?!\p{L}))/gu;
/** Series of the registers of contracts begin with a digit: serie 3T. */
const seriesWithoutDigit = /(?<=serie\s)[A-Z]{2}(?!\p{L})/giu;
const noWriting = /[|_\\~<>{}©®]/g;
/** Letters that are words. */
const letterWords = /^[aeioAEIOàèòÀÈÒ]$/;

/** The words of a text that a list can have. */
export function wordsOf(text: string): string[] {
  return (text.match(/\p{L}+/gu) ?? []).filter((word) => word.length >= shortestWord);
}

/**
 * Counts what speaks against a text: words that are not listed, letters that stand alone in a sentence, marks and digits
 * where no writer puts them, a missing accent.
 */
export function spellingErrors(text: string, lexicon: Lexicon): number {
  const words = wordsOf(text);
  const unknown = words.filter((word) => !lexicon.knows(word) || hasAccentedTwin(word, lexicon)).length;
  const odd = [oddMark, digitInWord, misreadNumber, seriesWithoutDigit, noWriting].reduce(
    (sum, pattern) => sum + (text.match(pattern)?.length ?? 0),
    0,
  );
  return unknown + odd + lonelyLetters(text);
}

function lonelyLetters(text: string): number {
  const parts = text.split(/[\s'’]+/);
  if (parts.length < fewestWordsOfSentence) return 0;
  return parts.filter((part) => /^\p{L}$/u.test(part) && !letterWords.test(part) && !text.includes(`${part}'`)).length;
}
