import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../error-code.ts';
import type { Transaction } from './connection.ts';
import { originalPath, type StationFolder } from './folder.ts';
import { makeFolder } from './make-folder.ts';

export interface StoredBytes {
  readonly sha256: string;
  readonly bytes: number;
}

/** A source could not be read to its end; trouble on our own side of the copy is thrown as it is. */
export class SourceReadError extends Error {}

const chunkBytes = 1024 * 1024;
/** Read-only once it is in place: an original is never written again. */
const originalMode = 0o440;

/**
 * Copies a file into `originals/`, hashing on the way. When this resolves the bytes are on the disk under their hash:
 * temporary file, fsync, rename, fsync of the folder. Only then may the database speak of them (`enterOriginal`).
 *
 * Throws a SourceReadError when the source gives no bytes; an error of our own disk as it comes.
 */
export async function storeOriginal(folder: StationFolder, source: FileHandle): Promise<StoredBytes> {
  const incoming = incomingFolder(folder);
  await mkdir(incoming, { recursive: true });
  const temporary = join(incoming, randomUUID());
  try {
    const stored = await copyHashing(source, temporary);
    await moveIntoPlace(temporary, originalPath(folder, stored.sha256));
    return stored;
  } catch (error) {
    await removeIfThere(temporary);
    throw error;
  }
}

/**
 * Takes a file of our own into `originals/` without writing its bytes again: it is hashed while the disk takes it, then
 * moved. Promises what `storeOriginal` does. The file is gone afterwards, or copied where `originals/` is another disk.
 *
 * Throws an error of our own disk as it comes.
 */
export async function adoptOriginal(folder: StationFolder, path: string): Promise<StoredBytes> {
  await using handle = await open(path, 'r+');
  const [stored] = await Promise.all([hashFile(handle), handle.sync()]);
  // After the fsync on purpose: bytes that the disk has already cost nothing then, and the mode is no part of them.
  await handle.chmod(originalMode);
  try {
    await moveIntoPlace(path, originalPath(folder, stored.sha256));
    return stored;
  } catch (error) {
    if (errorCode(error) === 'EXDEV') return await storeOriginal(folder, handle);
    throw error;
  }
}

/** Enters stored bytes in the database; the same bytes are entered once however often they come. */
export function enterOriginal(transaction: Transaction, { sha256, bytes }: StoredBytes): void {
  transaction.run(
    transaction.query
      .insertInto('originals')
      .values({ sha256, bytes, storedAt: transaction.now.toISOString() })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Removes what a killed import left half copied. Only for the process that holds the lock. */
export async function sweepIncoming(folder: StationFolder): Promise<void> {
  const incoming = incomingFolder(folder);
  await mkdir(incoming, { recursive: true });
  for (const name of await readdir(incoming)) await removeIfThere(join(incoming, name));
}

function incomingFolder(folder: StationFolder): string {
  return join(folder.originals, 'incoming');
}

async function copyHashing(source: FileHandle, temporary: string): Promise<StoredBytes> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let bytes = 0;
  await using target = await open(temporary, 'wx', originalMode);
  for (;;) {
    const bytesRead = await readChunk(source, buffer, bytes);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    await target.writeFile(chunk);
    bytes += bytesRead;
  }
  await target.sync();
  return { sha256: hash.digest('hex'), bytes };
}

async function hashFile(handle: FileHandle): Promise<StoredBytes> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (let bytes = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, bytes);
    if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes };
    hash.update(buffer.subarray(0, bytesRead));
    bytes += bytesRead;
  }
}

async function readChunk(source: FileHandle, buffer: Buffer, position: number): Promise<number> {
  try {
    return (await source.read(buffer, 0, buffer.length, position)).bytesRead;
  } catch (cause) {
    throw new SourceReadError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

async function moveIntoPlace(temporary: string, target: string): Promise<void> {
  const shelf = dirname(target);
  if (await exists(target)) {
    await unlink(temporary);
    // A station that was killed may have put it there and not come to this.
    return await syncFolder(shelf);
  }
  if (await makeFolder(shelf)) await syncFolder(dirname(shelf));
  await rename(temporary, target);
  await syncFolder(shelf);
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open folders, and makes renames durable by itself.
  if (process.platform === 'win32') return;
  await using handle = await open(path, 'r');
  await handle.sync();
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

async function removeIfThere(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
}
