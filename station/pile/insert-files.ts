import { basename } from 'node:path';
import { AppError } from '../app-error.ts';
import { copyOriginal, enterSource, type FileToTake } from '../capture/take-file.ts';
import type { Transaction } from '../store/connection.ts';
import type { Store } from '../store/store.ts';
import { failureTexts } from '../texts/failures.ts';
import { checkPlacement, insertPlacement, type Placement } from './placement.ts';
import type { EditBy } from './record-edit.ts';

/**
 * Takes files into a pile at a place of their own. Their pages come in when they have been opened. Throws an AppError for a
 * place that does not exist or lies in a document that a person has worked on, and, once all others are in, for a file that
 * cannot be used.
 */
export async function insertFiles(
  store: Store,
  by: EditBy,
  paths: readonly string[],
  placement: Placement,
): Promise<void> {
  checkPlacement(store, by.batchId, placement);
  let refused: AppError | undefined;
  for (const path of paths) {
    const outcome = await copyOriginal(store, path);
    const source = store.transact((transaction) => {
      checkPlacement(transaction, by.batchId, placement);
      const file = listFile(transaction, by.batchId, path);
      const entered = enterSource(transaction, file, outcome);
      if (entered?.state === 'stored') insertPlacement(transaction, entered.id, by.actor, placement);
      return entered;
    });
    if (source?.reasonCode) refused ??= new AppError('INVALID_INPUT', failureTexts[source.reasonCode]);
  }
  if (refused !== undefined) throw refused;
}

function listFile(transaction: Transaction, batchId: string, path: string): FileToTake {
  const file = { batchId, ordinal: nextOrdinal(transaction, batchId), path, name: basename(path) };
  transaction.run(transaction.query.insertInto('import_files').values(file));
  return file;
}

/** Behind all files and all sides of a scan. */
function nextOrdinal(transaction: Transaction, batchId: string): number {
  const { query } = transaction;
  const last = (table: 'sources' | 'import_files') =>
    transaction.first(
      query
        .selectFrom(table)
        .select(({ fn }) => fn.max<number | null>('ordinal').as('ordinal'))
        .where('batchId', '=', batchId),
    )?.ordinal ?? -1;
  return Math.max(last('sources'), last('import_files')) + 1;
}
