import { setTimeout } from 'node:timers/promises';
import type { StationCore } from '../../core.ts';
import { enqueueAssemblyWhenSettled } from '../../pipeline/settle-batch.ts';
import type { Transaction } from '../../store/connection.ts';
import { SourceReadError } from '../../store/originals.ts';
import { requireProfile } from '../enter-batch.ts';
import { copyOriginal, enterSource } from '../take-file.ts';
import { batchOfFolder, type FolderToBatch } from './batch-of-folder.ts';
import { createHotFolder, type HotFile, type HotFileTrouble } from './hot-folder.ts';

export interface WatchFolderOptions extends FolderToBatch {
  /** Absolute path. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onTaken: (count: number) => void;
  readonly onTrouble: (name: string, trouble: HotFileTrouble) => void;
  /** Called after each file that was entered, before it is moved away. */
  readonly onEntered?: () => void;
  /** Called after each look, with what lies in the folder and could not be taken. */
  readonly onLooked?: (troubles: ReadonlyMap<string, HotFileTrouble>) => void;
  readonly lookEveryMs?: number;
  /** See `createHotFolder`. */
  readonly settleMs?: number;
}

/**
 * Takes what network scanners put into a folder, until the signal fires. Files that are no scans are refused by name in the
 * batch, like those of an import.
 *
 * Throws an AppError for an unknown profile; an error of the folder or of our own disk as it comes.
 */
export async function watchFolder(core: StationCore, options: WatchFolderOptions): Promise<void> {
  const { folder, signal, onTaken, onTrouble, onLooked, lookEveryMs = 2_000, settleMs = 5_000 } = options;
  requireProfile(options.profileId);
  const hot = createHotFolder({
    ...{ folder, settleMs, onTrouble, signal },
    nowMs: () => performance.now(),
    secure: async (file) => await secureFile(core, options, file),
  });
  while (!signal.aborted) {
    const count = await hot.look();
    if (count > 0) onTaken(count);
    onLooked?.(hot.troubles());
    await setTimeout(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
}

async function secureFile(
  { store, announce }: StationCore,
  options: WatchFolderOptions,
  { path, name, id: identity }: HotFile,
): Promise<() => void> {
  const { folder, onEntered } = options;
  const outcome = await copyOriginal(store, path);
  // In a folder that others write into, a file that cannot be read now may be readable later.
  if ('code' in outcome && outcome.code === 'unreadable-file') throw new SourceReadError(outcome.detail);
  return () => {
    const batchId = store.transact((transaction) => {
      if (isTaken(transaction, folder, identity)) return null;
      const id = batchOfFolder(transaction, options);
      const ordinal = nextOrdinal(transaction, id);
      const { query } = transaction;
      transaction.run(query.insertInto('import_files').values({ batchId: id, ordinal, path, name }));
      enterSource(transaction, { batchId: id, ordinal, path, name }, outcome);
      const takenAt = transaction.now.toISOString();
      transaction.run(query.insertInto('hot_files').values({ folder, identity, batchId: id, takenAt }));
      enqueueAssemblyWhenSettled(transaction, id);
      return id;
    });
    if (batchId === null) return;
    announce(batchId);
    onEntered?.();
  };
}

function isTaken(transaction: Transaction, folder: string, identity: string): boolean {
  const own = transaction.query.selectFrom('hot_files').select('batchId').where('folder', '=', folder);
  return transaction.first(own.where('identity', '=', identity)) !== undefined;
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
