import { appendEvent } from '../audit/chain.ts';
import { replaceFile } from '../store/replace-file.ts';
import type { Store } from '../store/store.ts';
import type { OwnList } from './own-lists.ts';
import { readList } from './read-list.ts';

export interface NewList {
  readonly list: OwnList;
  readonly path: string;
  /** Account id, or the machine's name for the command line. */
  readonly actor: string;
}

/**
 * Takes in a list of the municipality's in place of the one before and says so in the audit log; resolves with how much is in
 * it. Throws an AppError for a file that is no such list, and what was there before stays.
 */
export async function addOwnList(
  store: Store,
  { list, path, actor }: NewList,
): Promise<Readonly<Record<string, number>>> {
  const { kept, counts } = await readList(list, path);
  await replaceFile(store.folder[list.id], kept);
  const subject = { subjectKind: 'station', subjectId: list.id } as const;
  store.transact((transaction) => appendEvent(transaction, { actor, action: list.action, ...subject, detail: counts }));
  return counts;
}
