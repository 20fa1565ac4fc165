import type { ReadableStore, Transaction } from './connection.ts';
import type { WatchedFolderRow } from './tables/capture.ts';

/** A folder that is watched, or paused. */
export type StoredFolder = ReturnType<typeof listWatchedFolders>[number];

/** Every folder that was not removed, the one that was added first at the beginning. */
export function listWatchedFolders(store: ReadableStore) {
  return store.all(presentFolders(store).orderBy('addedAt').orderBy('id'));
}

/** Undefined also for one that was removed. */
export function findWatchedFolder(store: ReadableStore, id: string): StoredFolder | undefined {
  return store.first(presentFolders(store).where('id', '=', id));
}

function presentFolders({ query }: ReadableStore) {
  return query
    .selectFrom('watched_folders')
    .select(['id', 'path', 'realPath', 'profileId', 'batching', 'addedBy', 'addedAt', 'paused'])
    .where('removedAt', 'is', null);
}

export type NewFolderRow = Pick<WatchedFolderRow, 'id' | 'path' | 'realPath' | 'profileId' | 'batching' | 'addedBy'>;

export function insertWatchedFolder(transaction: Transaction, folder: NewFolderRow): void {
  const addedAt = transaction.now.toISOString();
  transaction.run(transaction.query.insertInto('watched_folders').values({ ...folder, addedAt, removedAt: null }));
}

export function setFolderPaused(transaction: Transaction, id: string, paused: StoredFolder['paused']): void {
  transaction.run(transaction.query.updateTable('watched_folders').set({ paused }).where('id', '=', id));
}

export function setFolderRemoved(transaction: Transaction, id: string): void {
  const removedAt = transaction.now.toISOString();
  transaction.run(transaction.query.updateTable('watched_folders').set({ removedAt }).where('id', '=', id));
}

/** How many files were taken from a folder since an instant. */
export function countTaken(store: ReadableStore, path: string, since: Date): number {
  const counted = store.query
    .selectFrom('hot_files')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('folder', '=', path)
    .where('takenAt', '>=', since.toISOString());
  return store.first(counted)?.count ?? 0;
}

/** The last file that was taken from a folder, and its batch. */
export function findLastTaken(store: ReadableStore, path: string) {
  return store.first(
    store.query
      .selectFrom('hot_files')
      .innerJoin('batches', 'batches.id', 'hot_files.batchId')
      .select(['hot_files.takenAt', 'hot_files.batchId', 'batches.name'])
      .where('folder', '=', path)
      .orderBy('takenAt', 'desc')
      .limit(1),
  );
}
