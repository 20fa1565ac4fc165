import { type Situation, strokesOf } from './notes.ts';

/** The window's localStorage. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (accountId: string) => `tabularium.practice-notes.${accountId}`;

/** What was explained to this person before on this computer. */
export function seenNotes(memory: Memory, accountId: string): ReadonlySet<Situation> {
  const kept = (memory.getItem(keyOf(accountId)) ?? '').split(' ');
  return new Set(kept.filter((name): name is Situation => name in strokesOf));
}

export function rememberNote(memory: Memory, accountId: string, situation: Situation): void {
  const seen = new Set([...seenNotes(memory, accountId), situation]);
  memory.setItem(keyOf(accountId), [...seen].join(' '));
}
