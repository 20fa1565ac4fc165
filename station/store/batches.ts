import type { Selectable } from 'kysely';
import type { ReadableStore } from './connection.ts';
import type { BatchPageRow, BatchRow, SourceRow } from './tables.ts';

type Readable = Pick<ReadableStore, 'all' | 'first' | 'query'>;

/** All batches, the newest first. */
export function listBatches(store: Readable): BatchRow[] {
  return store.all(store.query.selectFrom('batches').selectAll().orderBy('createdAt', 'desc').orderBy('id'));
}

export function findBatch(store: Readable, id: string): BatchRow | undefined {
  return store.first(store.query.selectFrom('batches').selectAll().where('id', '=', id));
}

export function listSources(store: Readable, batchId: string): Selectable<SourceRow>[] {
  return store.all(store.query.selectFrom('sources').selectAll().where('batchId', '=', batchId).orderBy('ordinal'));
}

export function listPages(store: Readable, batchId: string): Selectable<BatchPageRow>[] {
  const own = store.query.selectFrom('batch_pages').selectAll().where('batchId', '=', batchId);
  return store.all(own.orderBy('ordinal'));
}
