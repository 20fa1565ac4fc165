import { sameValue } from '../../ocr/extract/same-value.ts';
import type { Word } from '../store/verdicts.ts';

/** How far a field is that two people key without seeing each other's value. */
export type DoubleKeying =
  /** Nobody, or one person, has keyed it. */
  | { readonly kind: 'keying'; readonly by: readonly Word[] }
  /** Two people keyed different values; a third sees both and decides. */
  | { readonly kind: 'differing'; readonly by: readonly [Word, Word] }
  | { readonly kind: 'settled'; readonly word: Word };

/** Weighs the words on one field, the earliest first. Each person's latest word is theirs. */
export function weighKeyings(words: readonly Word[]): DoubleKeying {
  const byPerson = new Map<string, Word>();
  for (const word of words) byPerson.set(word.accountId, word);
  const [first, second, ...others] = byPerson.values();
  if (first === undefined) return { kind: 'keying', by: [] };
  if (second === undefined) return { kind: 'keying', by: [first] };
  const third = others.at(-1);
  if (third !== undefined) return { kind: 'settled', word: third };
  return saySame(first, second) ? { kind: 'settled', word: second } : { kind: 'differing', by: [first, second] };
}

/** Nothing there and nothing readable are not the same. */
function saySame(left: Word, right: Word): boolean {
  return (left.kind === 'unreadable') === (right.kind === 'unreadable') && sameValue(left.value, right.value);
}
