import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { type RefusalName, refuse } from '../../texts/refusals/refusals.ts';
import { folderTroubleOf } from './folder-trouble.ts';

/**
 * Throws an AppError, which says what to do, unless a path is a folder out of which files can be read and moved: there is
 * nothing, it is no folder, or the permissions are missing.
 */
export async function requireFolder(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw refuse(refusalOf(error));
  });
  if (!found.isDirectory()) throw refuse('not-a-folder');
  await access(path, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => {
    throw refuse('folder-not-open');
  });
}

function refusalOf(error: unknown): RefusalName {
  return folderTroubleOf(error) === 'not-allowed' ? 'folder-not-open' : 'folder-not-there';
}
