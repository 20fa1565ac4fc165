const accented: Readonly<Record<string, string>> = { A: 'À', E: 'È', I: 'Ì', O: 'Ò', U: 'Ù' };
const small = /^(a|al|alla|con|d|da|dal|de|dei|del|dell|della|delle|di|e|ed|in|la|nel|nell|nella|sul|sull|sulla)$/;

function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase('it') + word.slice(1);
}

/**
 * Writes a name of the tables (SAN DONA' DI PIAVE) the way the paper writes names: in capitals where the reading is in
 * capitals, else with small particles and accents (San Donà di Piave).
 */
export function placeName(tableName: string, read: string): string {
  const spelt = tableName.replace(/([AEIOU])'(?=$|[\s-])/g, (_, vowel: string) => accented[vowel] ?? vowel);
  if (read === read.toLocaleUpperCase('it')) return spelt;
  return spelt
    .toLocaleLowerCase('it')
    .replace(/\p{L}+/gu, (word, at: number) => (at > 0 && small.test(word) ? word : capitalised(word)));
}
