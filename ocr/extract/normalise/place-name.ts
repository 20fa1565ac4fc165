const accented: Readonly<Record<string, string>> = { A: 'À', E: 'È', I: 'Ì', O: 'Ò', U: 'Ù' };
const small = /^(a|al|alla|con|d|da|dal|de|dei|del|dell|della|delle|di|e|ed|in|la|nel|nell|nella|sul|sull|sulla)$/;

function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase('it') + word.slice(1);
}

/** A name of a register in capitals, where apostrophes stand for accents. */
export function speltWithAccents(tableName: string): string {
  return tableName.replace(/([AEIOU])'(?=$|[\s-])/g, (_, vowel: string) => accented[vowel] ?? vowel);
}

/**
 * Gives back the accents that a name of the tables has (FORLI') and what was read lacks (Forli, for Forlì), but for which the two
 * are letter by letter the same; anything else stays as it was read.
 */
export function restoreAccents(read: string, tableName: string): string {
  const spelt = speltWithAccents(tableName);
  if (spelt.normalize('NFD').replace(/\p{M}/gu, '') !== read.toUpperCase()) return read;
  return [...spelt]
    .map((letter, at) => (isCapital(read.charAt(at)) ? letter : letter.toLocaleLowerCase('it')))
    .join('');
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLocaleLowerCase('it');
}

/**
 * Writes a name of the tables (SAN DONA' DI PIAVE) the way the paper writes names: in capitals where the reading is in
 * capitals, else with small particles and accents (San Donà di Piave).
 */
export function placeName(tableName: string, read: string): string {
  const spelt = speltWithAccents(tableName);
  if (read === read.toLocaleUpperCase('it')) return spelt;
  return spelt
    .toLocaleLowerCase('it')
    .replace(/\p{L}+/gu, (word, at: number) => (at > 0 && small.test(word) ? word : capitalised(word)));
}
