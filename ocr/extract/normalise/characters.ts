/** Letters that engines and hands confuse with digits. Set by hand from readings of samples, not from a confusion matrix. */
const digitForLetter: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  U: '0',
  I: '1',
  L: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  A: '4',
  S: '5',
  G: '6',
  T: '7',
  B: '8',
};

const letterForDigit: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '4': 'A',
  '5': 'S',
  '6': 'G',
  '7': 'T',
  '8': 'B',
  '|': 'I',
  '!': 'I',
};

/** The character as a digit, or unchanged where no digit looks like it. */
export function asDigit(character: string): string {
  return digitForLetter[character.toUpperCase()] ?? character;
}

/** The character as an upper-case letter, or unchanged where no letter looks like it. */
export function asLetter(character: string): string {
  return letterForDigit[character] ?? character.toUpperCase();
}

/** Pairs that are taken for each other, in both directions, within the class of the place. */
const lookalikes: readonly string[] = [
  '0OQDU',
  '1ILTJ7',
  '2Z',
  '3B8',
  '08',
  '56',
  '49',
  '4A',
  '5S',
  '6GC',
  '8BR',
  '9GP',
  'MNHW',
  'VYU',
  'EF',
  'CG',
  'KX',
  'PR',
];

/** Characters that look like the given one, without it. */
export function lookalikesOf(character: string): string[] {
  const found = lookalikes.filter((group) => group.includes(character)).flatMap((group) => [...group]);
  return [...new Set(found)].filter((other) => other !== character);
}

/** Small letters that are taken for each other. */
const smallLookalikes: readonly string[] = ['iljt', 'aceo', 'nuhmr', 'vyu', 'ft', 'gqy', 'bh', 'sz'];

/** Letters of the same case that look like the given one, without it. */
export function lookalikeLettersOf(letter: string): string[] {
  if (letter === letter.toUpperCase()) return lookalikesOf(letter).filter((other) => /[A-Z]/.test(other));
  const found = smallLookalikes.filter((group) => group.includes(letter)).flatMap((group) => [...group]);
  return [...new Set(found)].filter((other) => other !== letter);
}

/** Takes away what rules, box edges and specks leave at the ends of a line, and makes spaces single. */
export function trimStray(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[—–−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s|_=~.,:;'"-]+/, '')
    .replace(/[\s|_=~,:;"-]+$/, '')
    .trim();
}

/** Closes the gap that reading leaves behind an apostrophe in a name: D' Angelo, Serralunga d' Alba. */
export function closeApostrophes(text: string): string {
  return text.replace(/(?<=\p{L})'\s+(?=\p{L})/gu, "'");
}

const elided = /\b(l|un|d|dell|all|dall|nell|sull|coll|quell|quest|sant|c|s|m|t|v)'\s+(?=\p{L})/giu;

/** Closes the gap behind an elided Italian article or preposition; in "un po' di" it belongs there. */
export function closeElisions(text: string): string {
  return text.replace(elided, "$1'");
}

/** What never stands before a vowel without its apostrophe; single letters only among small ones, for capitals may be entries. */
const unmarked = /(?<!\p{L})(dell|dall|nell|sull|coll|all|quell|quest)\s+(?=[aeiouàèéìòù]\p{L})/giu;
const unmarkedLetter = /(?<=\p{Ll}\s)([dl])\s+(?=[aeiouàèéìòù]\p{L})/gu;
/** In capitals too where no entry is meant. */
const identityCard = /(?<=carta\s)(d)\s+(?=identit)/giu;

/** Puts the apostrophe of an Italian elision where it was too thin to be read: dell intestatario. */
export function markElisions(text: string): string {
  return text.replace(unmarked, "$1'").replace(unmarkedLetter, "$1'").replace(identityCard, "$1'");
}

/** Smallest number of single-character edits between two texts (Levenshtein 1966), capped at `limit` + 1. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (const [row, character] of [...left].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...right].entries()) {
      const replaced = (previous[column] ?? 0) + (character === other ? 0 : 1);
      current.push(Math.min((current[column] ?? 0) + 1, (previous[column + 1] ?? 0) + 1, replaced));
    }
    if (Math.min(...current) > limit) return limit + 1;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
