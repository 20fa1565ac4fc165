import { stat } from 'node:fs/promises';
import { type OwnListSummary, ownListSummarySchema } from '../../contract/form.ts';
import { lastEvent } from '../audit/last-event.ts';
import { errorCode } from '../error-code.ts';
import type { Store } from '../store/store.ts';
import { type OwnList, ownLists } from './own-lists.ts';

/** The municipality's own lists: what the log says of the file that is in use. */
export async function presentOwnLists(store: Store): Promise<OwnListSummary[]> {
  return await Promise.all(Object.values(ownLists).map((list) => present(store, list)));
}

async function present(store: Store, { id, action }: OwnList): Promise<OwnListSummary> {
  const added = lastEvent(store, id, action);
  if (added === null || !(await isThere(store.folder[id]))) return { id, counts: null, added: null };
  const { at, by, detail } = added;
  const counts = ownListSummarySchema.shape.counts.parse(JSON.parse(detail));
  return { id, counts, added: { at, by } };
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    },
  );
}
