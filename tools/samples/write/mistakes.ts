import type { Random } from '../random.ts';

const letters = 'ABCDEFGILMNOPRSTUVZ';
const digits = '0123456789';

/** Another character of the same class and case. */
export function otherCharacter(character: string, random: Random): string {
  const isSmall = character !== character.toUpperCase();
  const open = /\d/.test(character) ? digits : letters;
  const other = random.pick([...open].filter((one) => one !== character.toUpperCase()));
  return isSmall ? other.toLowerCase() : other;
}

/** What somebody wrote by mistake for a text: a character or two are others, and often it was noticed before the end. */
export function mistakeFor(text: string, random: Random): string {
  const characters = [...text];
  const open = characters.flatMap((character, index) => (/[\p{L}\d]/u.test(character) ? [index] : []));
  const changed = new Set([random.pick(open), ...(open.length > 4 ? [random.pick(open)] : [])]);
  const wrong = characters.map((character, index) =>
    changed.has(index) ? otherCharacter(character, random) : character,
  );
  const last = Math.max(...changed) + 1;
  return random.chance(0.4) ? wrong.slice(0, Math.max(last, Math.min(3, wrong.length))).join('') : wrong.join('');
}
