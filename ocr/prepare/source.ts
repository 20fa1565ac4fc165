import { readFile } from 'node:fs/promises';
import { PageError } from '../model/failure.ts';
import { detectFormat, type SourceFormat } from './signature.ts';

/** A source file in memory, with its format told from its bytes. */
export interface Source {
  readonly bytes: Buffer;
  readonly format: SourceFormat;
}

/** Above this a file is refused: it could not be held in memory beside its decoded pages. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;

/**
 * Reads a source file.
 *
 * @throws PageError `unreadable-file` when the system does not hand the bytes over, `empty-file`,
 *   `unsupported-format`, or `page-too-large` for a file too large to be held in memory.
 */
export async function openSource(path: string): Promise<Source> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new PageError('unreadable-file', `the file cannot be read: ${systemCode(cause)}`, { cause });
  });
  if (bytes.length > MAX_FILE_BYTES) {
    throw new PageError('page-too-large', `the file has ${bytes.length} bytes; the limit is ${MAX_FILE_BYTES}`);
  }
  return { bytes, format: detectFormat(bytes) };
}

function systemCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
