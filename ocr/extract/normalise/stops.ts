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

/** A bar that stands alone among words is an I: rules of the form have been taken away before reading. */
export function barsToLetters(text: string): { readonly text: string; readonly changed: boolean } {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || !words.includes('|')) return { text, changed: false };
  return { text: words.map((word) => (word === '|' ? 'I' : word)).join(' '), changed: true };
}
