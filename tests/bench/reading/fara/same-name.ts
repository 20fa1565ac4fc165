import { editDistance } from '../../../../ocr/extract/normalise/characters.ts';

/** Whether two names are the same but for case, spaces, accents and punctuation. */
export function isSameName(read: string, truth: string): boolean {
  return wordsOf(read).join('') === wordsOf(truth).join('');
}

/** Share of the characters that may differ. */
const tolerance = 0.15;

/**
 * Whether a name is that of the register as far as the paper can tell: the register adds a town or a legal form behind a comma or
 * in brackets, the paper an article before the name, an address behind it, and abbreviates words.
 */
export function isVariantOfName(read: string, truth: string): boolean {
  const [stem = ''] = truth.split(/, | \(| - /);
  const readWords = withoutArticle(wordsOf(read));
  return [truth, stem].map((name) => withoutArticle(wordsOf(name))).some((name) => begins(readWords, name));
}

/** Whether the words that were read begin with a name. */
function begins(read: readonly string[], name: readonly string[]): boolean {
  if (name.length === 0) return false;
  const spelledOut = name.map((word, index) => (abbreviates(read[index] ?? '', word) ? (read[index] ?? '') : word));
  const wanted = spelledOut.join('');
  const start = read.join('').slice(0, wanted.length);
  return editDistance(start, wanted, Number.POSITIVE_INFINITY) <= tolerance * wanted.length;
}

/** Whether a shorter word has letters of another in their order, the first one first, as CORP and BD have of their words. */
function abbreviates(short: string, word: string): boolean {
  if (short.length < 2 || short.length >= word.length || short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length;
}

function withoutArticle(words: readonly string[]): readonly string[] {
  return words[0] === 'THE' ? words.slice(1) : words;
}

/** The words of a name in capitals, of letters and digits alone. */
function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase();
  return plain.split(/[^A-Z0-9]+/).filter((word) => word !== '');
}
