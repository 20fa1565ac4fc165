import type { Selectable } from 'kysely';
import type { ReadableStore, Transaction } from './connection.ts';
import type { RescanRow } from './tables/verification.ts';

export type StoredRescan = Selectable<RescanRow>;

export interface NewRescan extends Omit<StoredRescan, 'at' | 'stale'> {
  readonly pageIds: readonly string[];
}

export function insertRescan(transaction: Transaction, { pageIds, ...rescan }: NewRescan): void {
  const { query } = transaction;
  const { documentId } = rescan;
  transaction.run(query.insertInto('rescans').values({ ...rescan, at: transaction.now.toISOString() }));
  transaction.run(query.insertInto('rescan_pages').values(pageIds.map((pageId) => ({ documentId, pageId }))));
}

export function findRescan(store: ReadableStore, documentId: string): StoredRescan | undefined {
  return store.first(store.query.selectFrom('rescans').selectAll().where('documentId', '=', documentId));
}

/** Pages of a document that are still to be scanned again. */
export function pagesToRescan(store: ReadableStore, documentId: string): ReadonlySet<string> {
  const rows = store.all(store.query.selectFrom('rescan_pages').select('pageId').where('documentId', '=', documentId));
  return new Set(rows.map(({ pageId }) => pageId));
}

/** Says that a page was read again, so that its document's fields are to be made anew. */
export function noteRead(transaction: Transaction, documentId: string): void {
  transaction.run(transaction.query.updateTable('rescans').set({ stale: 1 }).where('documentId', '=', documentId));
}

/** A person has put the page right as it is: it need not be scanned again. */
export function notePutRight(transaction: Transaction, pageId: string): void {
  transaction.run(transaction.query.deleteFrom('rescan_pages').where('pageId', '=', pageId));
}

/** Keeps of the pages to scan again those that are still there, and says that the fields are made. */
export function keepRescan(transaction: Transaction, documentId: string, pageIds: readonly string[]): void {
  const { query } = transaction;
  transaction.run(
    query.deleteFrom('rescan_pages').where('documentId', '=', documentId).where('pageId', 'not in', pageIds),
  );
  transaction.run(query.updateTable('rescans').set({ stale: 0 }).where('documentId', '=', documentId));
}

export function deleteRescan(transaction: Transaction, documentId: string): void {
  transaction.run(transaction.query.deleteFrom('rescans').where('documentId', '=', documentId));
}
