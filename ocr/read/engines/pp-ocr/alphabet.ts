import { blankClass } from '../ctc/best-path.ts';

/** What the network can write that European paper may hold. Others of its characters, mostly Chinese, are never read. */
export interface Alphabet {
  /** In the order of the dictionary; before them comes the blank of connectionist temporal classification. */
  readonly characters: readonly string[];
  /** The number that the whole network gives to each. */
  readonly classes: readonly number[];
}

const onPaper = /^[\p{Script=Latin}0-9!-/:-@[-`{-~ §°£‘’“”—·•№™®]$/u;

/** Makes the alphabet of a dictionary file: one character a line. The network's first class is the blank, its last one the space. */
export function alphabetOf(dictionary: string): Alphabet {
  const lines = dictionary.replaceAll('\r', '').replace(/\n$/, '').split('\n');
  const all = ['', ...lines, ' '];
  const classes = all.flatMap((character, index) => (index === blankClass || onPaper.test(character) ? [index] : []));
  return { characters: classes.map((index) => all[index] ?? ''), classes };
}
