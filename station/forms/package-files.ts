import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../app-error.ts';

/** Limits of a package: far above any real form, far below what would fill a disk. */
export const maxFiles = 500;
export const maxBytes = 200 * 2 ** 20;

/**
 * SHA-256 over the names and the bytes of all files of a package, in one order everywhere. Throws an AppError
 * `FORM_PACKAGE_INVALID` for a folder that holds more than any form does: somebody chose another one.
 */
export async function digestOfPackage(folder: string): Promise<string> {
  const names = await filesOf(folder);
  const hash = createHash('sha256');
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    hash.update(`${name.replaceAll('\\', '/')}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  if (files.length > maxFiles) throw tooLarge();
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += (await stat(join(parentPath, name))).size;
  if (bytes > maxBytes) throw tooLarge();
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
}

function tooLarge(): AppError {
  return new AppError('FORM_PACKAGE_INVALID', {
    it: 'La cartella contiene molto più di un pacchetto di modulo. Scegliere la cartella che contiene form.json e nient’altro che il modulo.',
    en: 'The folder holds far more than a form package. Choose the folder that has form.json and nothing but the form in it.',
  });
}
