import { blankClass } from './best-path.ts';

/** Finds the places of a charset in an alphabet, which begins with the blank; all but that one where the charset is empty. */
export function createCharsetFilter(characters: readonly string[]): (charset: string) => readonly number[] {
  const all = characters.flatMap((_, index) => (index === blankClass ? [] : [index]));
  const known = new Map<string, readonly number[]>([['', all]]);
  return (charset) => {
    const kept = known.get(charset);
    if (kept !== undefined) return kept;
    const allowed = all.filter((index) => charset.includes(characters[index] ?? ''));
    known.set(charset, allowed);
    return allowed;
  };
}
