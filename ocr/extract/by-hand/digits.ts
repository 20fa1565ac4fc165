/** What hands' digits are read as. */
const digitOf: Readonly<Record<string, string>> = {
  l: '1',
  i: '1',
  I: '1',
  '|': '1',
  o: '0',
  O: '0',
  S: '5',
  s: '5',
  z: '2',
  Z: '2',
  '?': '7',
  B: '8',
  b: '6',
  G: '6',
  g: '9',
  q: '9',
};
/** Of these letters no entry beside digits means the letter: of 12B or 4G one may. */
const neverMeant = /[lIi|oOSsZz?]/g;
const mostOfNumber = 5;

/** A character as the digit that it was read for, or unchanged. */
export function digitByHand(character: string): string {
  return digitOf[character] ?? character;
}

/** A number of few characters with its digits: S7 is 57, I 6 is 16. Other entries stay. */
export function entryAsNumber(entry: string): string {
  const plain = entry.replaceAll(' ', '');
  const digits = plain.replace(neverMeant, digitByHand);
  return plain.length <= mostOfNumber && /[\d?]/.test(plain) && /^\d+$/.test(digits) ? digits : entry;
}
