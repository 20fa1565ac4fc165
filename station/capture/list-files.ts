import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

export interface FoundFile {
  readonly path: string;
  /** Relative to the chosen folder, with forward slashes; the bare name of a file that was chosen itself. For people. */
  readonly name: string;
}

const ignoredNames = new Set(['thumbs.db', 'desktop.ini', 'ehthumbs.db', '__macosx', '$recycle.bin']);

/**
 * Lists what was chosen, folders recursively, in the natural order of names (`2.tif` before `10.tif`). Hidden files, what
 * systems leave in folders, and open documents' lock files are passed over; a file chosen by itself never is. A path or
 * folder that cannot be read is listed like a file, so that taking it in refuses it by name. Each real folder is walked
 * once, which makes loops of symbolic links harmless.
 */
export async function listFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const walked = new Set<string>();
  const found: FoundFile[] = [];
  for (const path of paths.map((chosen) => resolve(chosen))) {
    // With several things chosen the folder's name is needed to tell equal names inside apart.
    const prefix = paths.length > 1 ? `${basename(path)}/` : '';
    if (await isFolder(path)) await walk(path, prefix, walked, found);
    else found.push({ path, name: basename(path) });
  }
  return found;
}

async function walk(folder: string, prefix: string, walked: Set<string>, found: FoundFile[]): Promise<void> {
  const real = await realpath(folder).catch(() => folder);
  if (walked.has(real)) return;
  walked.add(real);
  const entries = await readEntries(folder);
  if (entries === null) {
    found.push({ path: folder, name: prefix === '' ? basename(folder) : prefix.slice(0, -1) });
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const name = `${prefix}${entry.name}`;
    const isDirectory = entry.isSymbolicLink() ? await isFolder(path) : entry.isDirectory();
    if (isDirectory) await walk(path, `${name}/`, walked, found);
    else found.push({ path, name });
  }
}

/** Entries in natural order, or null when the folder cannot be read. */
async function readEntries(folder: string): Promise<Dirent[] | null> {
  const natural = new Intl.Collator('it', { numeric: true, sensitivity: 'base' });
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !isIgnored(entry.name))
      .sort((left, right) => natural.compare(left.name, right.name) || (left.name < right.name ? -1 : 1));
  } catch {
    return null;
  }
}

function isIgnored(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || ignoredNames.has(name.toLowerCase());
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
