/** Small letters that differ from capitals by their size alone, or by a dot that is easily lost or found. */
const alike = /[cikloprsuvwxz]/;
const leastCapitals = 4;
/** Of the letters at most one in this many is taken for a capital: more, and the text is meant to be in both. */
const letterPerSlip = 8;

/** Makes capitals of the single small letters in words that are otherwise written in capitals: ENTRATE Di SALERNO. */
export function levelCapitals(text: string): string {
  const letters = [...text].filter((character) => /\p{L}/u.test(character));
  const small = letters.filter((letter) => letter !== letter.toUpperCase());
  const capitals = letters.length - small.length;
  const areSlips = small.length > 0 && small.every((letter) => alike.test(letter));
  if (!areSlips || capitals < leastCapitals || letters.length < letterPerSlip * small.length) return text;
  return text.replace(/\p{L}+/gu, (word) => {
    const hasCapital = /\p{Lu}/u.test(word);
    return hasCapital ? [...word].map(asCapital).join('') : word;
  });
}

/** Without its upper half an I is an l. */
function asCapital(letter: string): string {
  return letter === 'l' ? 'I' : letter.toUpperCase();
}
