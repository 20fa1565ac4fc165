/** Fewer words than this are an entry, not a sentence. */
const fewestWordsOfSentence = 4;

/**
 * Takes away the full stop that a speck or the end of a stroke leaves behind an entry of a few words: PATENTE. Sentences keep
 * theirs, and so do entries with other full stops, which may be abbreviations.
 */
export function dropStrayStop(text: string): string {
  const isSentence = text.split(' ').length >= fewestWordsOfSentence;
  const entry = text.replace(/\.$/, '');
  return isSentence || entry.includes('.') ? text : entry;
}

/**
 * Takes away the marks that specks leave where no writer puts any: right before a word, behind a blank (the .SERIE), and by
 * themselves at the end (ROMA . ').
 */
export function dropStrayMarks(text: string): string {
  return text.replace(/(?<=\s)[.,:;]+(?=[\p{L}\p{N}])/gu, '').replace(/(?:\s+[.,:;'"°*·•]+)+$/u, '');
}

/** A bar that stands alone among words is an I: rules of the form have been taken away before reading. */
export function barsToLetters(text: string): string {
  const words = text.trim().split(/\s+/);
  if (words.length < 2) return text;
  return words.map((word) => (word === '|' ? 'I' : word)).join(' ');
}

/** Capitals and digits that make up a number: an l among them can only be a 1. */
const number = /(?<![^\s/.-])(?=[^\s]*\d[^\s]*\d)[\p{Lu}\dl]{5,}(?![^\s/.-])/gu;

/** A number of capitals and digits has no small letters: U1E188706B, not UlE188706B. */
export function stemsToDigits(text: string): string {
  return text.replace(number, (word) => word.replaceAll('l', '1'));
}
