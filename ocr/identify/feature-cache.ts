import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LayoutPage } from '../model/form.ts';
import { decodeFeatures, encodeFeatures } from './feature-file.ts';
import type { ReferenceFeatures } from './reference.ts';

/** Name of the features of a layout page: a hash of all that they are measured from. `image` is the file of its empty page. */
export function featuresName(image: Uint8Array, { widthMm, heightMm, zones }: LayoutPage): string {
  const layout = JSON.stringify({ widthMm, heightMm, zones });
  return createHash('sha256').update(`${layout}\n`).update(image).digest('hex');
}

/**
 * Reads features from a folder, or measures them and keeps them there. A file that is damaged or of another version is
 * replaced. Several processes may do so at once: each writes a file of its own and renames it, and all write the same.
 * The folder is a cache: deleting it loses nothing, and where it cannot be written only time is lost.
 */
export async function cachedFeatures(
  folder: string,
  name: string,
  measure: () => Promise<ReferenceFeatures>,
): Promise<ReferenceFeatures> {
  const path = join(folder, name);
  // Whatever keeps a file from being read, measuring anew takes its place.
  const bytes = await readFile(path).catch(() => null);
  const known = bytes && decodeFeatures(bytes);
  if (known) return known;
  const measured = await measure();
  await mkdir(folder, { recursive: true, mode: 0o700 })
    .then(() => replace(path, encodeFeatures(measured)))
    .catch((error: Error) => process.emitWarning(`the features of a layout could not be kept: ${error.message}`));
  return measured;
}

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(unfinished, bytes, { mode: 0o600 });
    await rename(unfinished, path);
  } catch (failure) {
    await rm(unfinished, { force: true });
    throw failure;
  }
}
