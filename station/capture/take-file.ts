import { randomUUID } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { type Failure, PageError } from '../../ocr/model/failure.ts';
import { detectFormat } from '../../ocr/prepare/signature.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import type { Transaction } from '../store/connection.ts';
import { enqueue } from '../store/jobs.ts';
import { enterOriginal, SourceReadError, type StoredBytes, storeOriginal } from '../store/originals.ts';
import type { Store } from '../store/store.ts';
import type { ImportFileRow, SourceRow } from '../store/tables/capture.ts';

export type FileToTake = Pick<ImportFileRow, 'batchId' | 'ordinal' | 'path' | 'name'>;

/** Bytes from the start within which `detectFormat` finds every signature. */
const signatureBytes = 1024;

/**
 * Takes one listed file in: its bytes first, then one transaction with the source, its audit event, its place in the list
 * and the job that opens it. Taking a file again after a crash changes nothing.
 *
 * Throws only for trouble on our own side (a full disk): what is wrong with the file becomes a refused source.
 */
export async function takeFile(store: Store, file: FileToTake): Promise<void> {
  const outcome = await copyOriginal(store, file.path);
  store.transact((transaction) => enterSource(transaction, file, outcome));
}

/** Enters what became of a listed file and returns its source; null when that was done already. */
export function enterSource(
  transaction: Transaction,
  file: FileToTake,
  outcome: StoredBytes | Failure,
): SourceRow | null {
  const { query } = transaction;
  const marked = transaction.run(
    query
      .updateTable('import_files')
      .set({ taken: 1 })
      .where('batchId', '=', file.batchId)
      .where('ordinal', '=', file.ordinal)
      .where('taken', '=', 0),
  );
  if (marked === 0) return null;
  const source = 'code' in outcome ? refusedSource(file, outcome) : storedSource(transaction, file, outcome);
  transaction.run(query.insertInto('sources').values(source));
  appendEvent(transaction, {
    actor: machine,
    action: `source.${source.state}` as const,
    subjectKind: 'source',
    subjectId: source.id,
    detail: { batch: file.batchId, sha256: source.sha256, bytes: source.bytes, reason: source.reasonCode },
  });
  if (source.state === 'stored') {
    enqueue(transaction, { kind: 'open', subjectId: source.id, batchId: file.batchId, parameters: {} });
  }
  return source;
}

/** Makes a file's bytes safe, or tells what is wrong with it. Throws only for trouble on our own side. */
export async function copyOriginal(store: Store, path: string): Promise<StoredBytes | Failure> {
  try {
    // Asked before opening: opening a pipe would wait for ever. A folder that can be read was listed instead.
    const entry = await stat(path);
    if (entry.isDirectory()) return { code: 'unreadable-file', detail: 'a folder that cannot be read' };
    if (!entry.isFile()) return { code: 'unreadable-file', detail: 'not a regular file' };
    await using handle = await open(path, 'r');
    await checkSignature(handle);
    return await storeOriginal(store.folder, handle);
  } catch (error) {
    if (error instanceof PageError) return { code: error.code, detail: error.message };
    if (error instanceof SourceReadError) return { code: 'unreadable-file', detail: error.message };
    if (isSystemError(error) && error.path === path) return { code: 'unreadable-file', detail: error.code ?? '' };
    throw error;
  }
}

async function checkSignature(handle: FileHandle): Promise<void> {
  const start = Buffer.alloc(signatureBytes);
  const { bytesRead } = await handle.read(start, 0, signatureBytes, 0).catch((cause: unknown) => {
    throw new SourceReadError(cause instanceof Error ? cause.message : String(cause), { cause });
  });
  detectFormat(start.subarray(0, bytesRead));
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

function refusedSource(file: FileToTake, failure: Failure): SourceRow {
  return {
    ...newSource(file),
    state: 'refused',
    sha256: null,
    bytes: null,
    reasonCode: failure.code,
    reasonDetail: failure.detail,
    duplicateOf: null,
  };
}

function storedSource(transaction: Transaction, file: FileToTake, stored: StoredBytes): SourceRow {
  enterOriginal(transaction, stored);
  const same = transaction.first(
    transaction.query
      .selectFrom('sources')
      .select(['id', 'name'])
      .where('batchId', '=', file.batchId)
      .where('sha256', '=', stored.sha256)
      .where('state', '<>', 'duplicate'),
  );
  if (same === undefined) {
    const reason = { reasonCode: null, reasonDetail: null, duplicateOf: null };
    return { ...newSource(file), ...stored, ...reason, state: 'stored' };
  }
  const detail = `the same bytes as ${same.name}`;
  const reason = { reasonCode: 'duplicate-in-batch', reasonDetail: detail, duplicateOf: same.id } as const;
  return { ...newSource(file), ...stored, ...reason, state: 'duplicate' };
}

function newSource({ batchId, ordinal, name }: FileToTake) {
  return { id: randomUUID(), batchId, ordinal, name, scanSheet: null, side: null };
}
