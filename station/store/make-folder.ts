import { mkdir } from 'node:fs/promises';
import { errorCode } from '../error-code.ts';

/**
 * Makes a folder in one that is there, unless it is there too. Returns whether it was made. (Making folders recursively
 * tells a disk that takes no writing as one that is missing.)
 */
export async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: 0o700 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
