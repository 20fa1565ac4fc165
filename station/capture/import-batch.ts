import { z } from 'zod';
import type { Failure } from '../../ocr/model/failure.ts';
import type { ReadableStore, Transaction } from '../store/connection.ts';
import type { Store } from '../store/store.ts';
import { type FoundFile, listFiles } from './list-files.ts';
import { enterSource, takeFile } from './take-file.ts';

/** Parameters of an `import` job: what the person chose. */
export const importParametersSchema = z.strictObject({ paths: z.array(z.string().min(1)).min(1) });

export interface ImportBatch {
  readonly batchId: string;
  readonly paths: readonly string[];
  readonly signal: AbortSignal;
  /** Called after each file. */
  readonly onTaken: () => void;
}

/**
 * Takes every chosen file into the batch. The list of files is stored before the first is taken, so that an import which
 * was killed goes on where it was. Resolves to false when the signal stopped it first.
 */
export async function importBatch(store: Store, { batchId, paths, signal, onTaken }: ImportBatch): Promise<boolean> {
  if (!hasList(store, batchId)) {
    const files = await listFiles(paths);
    store.transact((transaction) => storeList(transaction, batchId, files));
  }
  for (const file of store.all(filesToTake(store, batchId))) {
    if (signal.aborted) return false;
    await takeFile(store, file);
    onTaken();
  }
  return true;
}

/** For an import that will not be tried again: no file that was listed may be forgotten, so the rest is refused by name. */
export function refuseTheRest(transaction: Transaction, batchId: string, failure: Failure): void {
  for (const file of transaction.all(filesToTake(transaction, batchId))) enterSource(transaction, file, failure);
}

function filesToTake({ query }: ReadableStore, batchId: string) {
  return query
    .selectFrom('import_files')
    .select(['batchId', 'ordinal', 'path', 'name'])
    .where('batchId', '=', batchId)
    .where('taken', '=', 0)
    .orderBy('ordinal');
}

function hasList(store: Store, batchId: string): boolean {
  const listed = store.query.selectFrom('import_files').select('ordinal').where('batchId', '=', batchId).limit(1);
  return store.first(listed) !== undefined;
}

function storeList(transaction: Transaction, batchId: string, files: readonly FoundFile[]): void {
  for (const [ordinal, { path, name }] of files.entries()) {
    transaction.run(transaction.query.insertInto('import_files').values({ batchId, ordinal, path, name }));
  }
}
