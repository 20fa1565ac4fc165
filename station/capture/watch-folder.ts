import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { machine } from '../audit/chain.ts';
import type { StationCore } from '../core.ts';
import { enqueueAssemblyWhenSettled } from '../pipeline/settle-batch.ts';
import type { Transaction } from '../store/connection.ts';
import { SourceReadError } from '../store/originals.ts';
import { enterBatch, requireProfile } from './enter-batch.ts';
import { createHotFolder, type HotFile, type HotFileTrouble } from './hot-folder.ts';
import { copyOriginal, enterSource } from './take-file.ts';

export interface WatchFolderOptions {
  /** Absolute path. */
  readonly folder: string;
  readonly profileId: string;
  readonly signal: AbortSignal;
  readonly onTaken: (count: number) => void;
  readonly onTrouble: (name: string, trouble: HotFileTrouble) => void;
  readonly lookEveryMs?: number;
  /** See `createHotFolder`. */
  readonly settleMs?: number;
}

/**
 * Takes what network scanners put into a folder, until the signal fires. What comes on one day is one batch. Files that are
 * no scans are refused by name in the batch, like those of an import.
 *
 * Throws an AppError for an unknown profile; an error of the folder or of our own disk as it comes.
 */
export async function watchFolder(core: StationCore, options: WatchFolderOptions): Promise<void> {
  const { folder, profileId, signal, onTaken, onTrouble, lookEveryMs = 2_000, settleMs = 5_000 } = options;
  requireProfile(profileId);
  const hot = createHotFolder({
    ...{ folder, settleMs, onTrouble },
    nowMs: () => performance.now(),
    secure: async (file) => await secureFile(core, folder, profileId, file),
  });
  while (!signal.aborted) {
    const count = await hot.look();
    if (count > 0) onTaken(count);
    await setTimeout(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
}

async function secureFile(
  { store, announce }: StationCore,
  folder: string,
  profileId: string,
  { path, name, id: identity }: HotFile,
): Promise<() => void> {
  const outcome = await copyOriginal(store, path);
  // In a folder that others write into, a file that cannot be read now may be readable later.
  if ('code' in outcome && outcome.code === 'unreadable-file') throw new SourceReadError(outcome.detail);
  return () => {
    const batchId = store.transact((transaction) => {
      if (isTaken(transaction, folder, identity)) return null;
      const id = batchOfToday(transaction, folder, profileId);
      const ordinal = nextOrdinal(transaction, id);
      const { query } = transaction;
      transaction.run(query.insertInto('import_files').values({ batchId: id, ordinal, path, name }));
      enterSource(transaction, { batchId: id, ordinal, path, name }, outcome);
      const takenAt = transaction.now.toISOString();
      transaction.run(query.insertInto('hot_files').values({ folder, identity, batchId: id, takenAt }));
      enqueueAssemblyWhenSettled(transaction, id);
      return id;
    });
    if (batchId !== null) announce(batchId);
  };
}

function isTaken(transaction: Transaction, folder: string, identity: string): boolean {
  const own = transaction.query.selectFrom('hot_files').select('batchId').where('folder', '=', folder);
  return transaction.first(own.where('identity', '=', identity)) !== undefined;
}

function batchOfToday(transaction: Transaction, folder: string, profileId: string): string {
  const today = transaction.now.toISOString().slice(0, 10);
  const last = transaction.first(
    transaction.query
      .selectFrom('hot_files')
      .innerJoin('batches', 'batches.id', 'hot_files.batchId')
      .select('hot_files.batchId')
      .where('folder', '=', folder)
      .where('profileId', '=', profileId)
      .where('takenAt', '>=', today)
      .orderBy('takenAt', 'desc')
      .limit(1),
  );
  if (last !== undefined) return last.batchId;
  const id = randomUUID();
  enterBatch(transaction, { id, name: `${basename(folder)} ${today}`, profileId, actor: machine, chosen: 0 });
  return id;
}

function nextOrdinal(transaction: Transaction, batchId: string): number {
  const last = transaction.first(
    transaction.query
      .selectFrom('import_files')
      .select(({ fn }) => fn.max<number | null>('ordinal').as('ordinal'))
      .where('batchId', '=', batchId),
  );
  return (last?.ordinal ?? -1) + 1;
}
