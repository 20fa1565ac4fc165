import { alignTexts } from './align.ts';

/** The comparison takes the square of the length. */
const longest = 400;

/** Indices of the characters of `value` that `text` has not, or has otherwise. */
export function differingCharacters(value: string, text: string): ReadonlySet<number> {
  if (value.length > longest || text.length > longest) return new Set();
  const differs = (index: number, other: number): boolean => value[index] !== text[other];
  const partners = alignTexts(value.length, text.length, differs);
  return new Set(partners.flatMap((other, index) => (other === null || differs(index, other) ? [index] : [])));
}
