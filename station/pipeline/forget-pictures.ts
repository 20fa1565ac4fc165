import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';

/** As long as a document may take from its paper to its delivery, and somewhat more. */
const keptForMs = 60 * 86_400_000;

/**
 * Removes the pictures of pages that nobody has looked at for two months, and what a station that was killed left half drawn:
 * every page that was ever looked at would stay on the disk twice otherwise. Who asks for one again has it drawn anew.
 * Resolves with how many went; stops early once the signal fires.
 *
 * Throws an error of the disk as it comes.
 */
export async function forgetPictures(derived: string, now: Date, signal: AbortSignal): Promise<number> {
  let count = 0;
  for (const shelf of await readdir(derived)) {
    if (!isShelfOfPictures(shelf)) continue;
    for (const name of await readdir(join(derived, shelf))) {
      if (signal.aborted) return count;
      const path = join(derived, shelf, name);
      const sinceMs = await lookedAtMs(path);
      if (sinceMs === null || now.getTime() - sinceMs < keptForMs) continue;
      await rm(path, { force: true });
      count += 1;
    }
  }
  return count;
}

/** When somebody last looked at a picture; null where none is there, as one that has just been drawn goes by its name now. */
export async function lookedAtMs(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Pictures lie under the first two figures of their page's hash; what else is derived has folders with names. */
function isShelfOfPictures(name: string): boolean {
  return /^[0-9a-f]{2}$/.test(name);
}
