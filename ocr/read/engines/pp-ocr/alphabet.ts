/** What the network can write. Class 0 is the blank of connectionist temporal classification, the last one the space. */
export interface Alphabet {
  /** The character of each class. */
  readonly characters: readonly string[];
  /** Classes that European paper may hold, without the blank. The others, mostly Chinese, are never read. */
  readonly latin: readonly number[];
}

export const blankClass = 0;

const onPaper = /^[\p{Script=Latin}0-9!-/:-@[-`{-~ §°£‘’“”—·•№™®]$/u;

/** Makes the alphabet of a dictionary file: one character a line. */
export function alphabetOf(dictionary: string): Alphabet {
  const lines = dictionary.replaceAll('\r', '').replace(/\n$/, '').split('\n');
  const characters = ['', ...lines, ' '];
  const latin = characters.flatMap((character, index) => (onPaper.test(character) ? [index] : []));
  return { characters, latin };
}
