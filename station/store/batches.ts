import type { Selectable } from 'kysely';
import type { ReadableStore } from './connection.ts';
import type { BatchRow, SourceRow } from './tables/capture.ts';
import type { BatchPageRow } from './tables/pages.ts';

/** All batches, the newest first; of the practice piles only those of this person. */
export function listBatches(store: ReadableStore, accountId: string): Selectable<BatchRow>[] {
  const shown = store.query
    .selectFrom('batches')
    .selectAll()
    .where((is) => is.or([is('practice', '=', 0), is('createdBy', '=', accountId)]));
  return store.all(shown.orderBy('createdAt', 'desc').orderBy('id'));
}

export function findBatch(store: ReadableStore, id: string): Selectable<BatchRow> | undefined {
  return store.first(store.query.selectFrom('batches').selectAll().where('id', '=', id));
}

export function listSources(store: ReadableStore, batchId: string): Selectable<SourceRow>[] {
  return store.all(store.query.selectFrom('sources').selectAll().where('batchId', '=', batchId).orderBy('ordinal'));
}

export function listPages(store: ReadableStore, batchId: string): Selectable<BatchPageRow>[] {
  const own = store.query.selectFrom('batch_pages').selectAll().where('batchId', '=', batchId);
  return store.all(own.orderBy('ordinal'));
}
