/** Words in capitals with small letters among them, where most of the text is in capitals; small ones with capitals behind the first. */
export function levelCase(text: string): string {
  const capitals = (text.match(/\p{Lu}/gu) ?? []).length;
  const small = (text.match(/\p{Ll}/gu) ?? []).length;
  return text.replace(/\p{L}{2,}/gu, (word) => {
    const isMixed = word !== word.toUpperCase() && word.slice(1) !== word.slice(1).toLowerCase();
    if (capitals > small) return isMixed || (capitals > 2 * small && /\p{Lu}/u.test(word)) ? asCapitals(word) : word;
    return isMixed ? word.charAt(0) + word.slice(1).toLocaleLowerCase('it') : word;
  });
}

/** A small l among capitals is an I. */
function asCapitals(word: string): string {
  return word.replaceAll('l', 'I').toLocaleUpperCase('it');
}

/** A word in capitals where another is, with a capital where the other begins with one. */
export function inCaseOf(word: string, other: string): string {
  if (word === word.toLocaleUpperCase('it')) return other.toLocaleUpperCase('it');
  return /^\p{Lu}/u.test(word) ? other.charAt(0).toLocaleUpperCase('it') + other.slice(1) : other;
}
