import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { refuse } from '../../texts/refusals/refusals.ts';
import { takenFolderName } from './hot-folder.ts';
import { requireFolder } from './require-folder.ts';

/** Where a folder lies: as it was chosen, and without links. */
export interface FolderPlace {
  readonly path: string;
  readonly realPath: string;
}

/**
 * Where a folder that a person wants to have watched lies. Throws an AppError where it cannot be used: there is no such
 * folder, nothing may be read or moved in it, or it is one of the station's own.
 */
export async function placeOfFolder(chosen: string, stationRoot: string): Promise<FolderPlace> {
  if (!isAbsolute(chosen)) throw refuse('path-not-absolute');
  const path = resolve(chosen);
  await requireFolder(path);
  const realPath = await realpath(path);
  if (isWithin(realPath, await realpath(stationRoot))) throw refuse('folder-of-station');
  if (realPath.split(sep).includes(takenFolderName)) throw refuse('folder-of-taken');
  return { path, realPath };
}

/** Throws an AppError where a folder is watched already, lies inside one that is, or holds one that is. */
export function refuseOverlap({ path, realPath }: FolderPlace, watched: readonly FolderPlace[]): void {
  if (watched.some((other) => other.path === path || other.realPath === realPath)) throw refuse('folder-watched');
  const overlaps = (other: FolderPlace) => isWithin(realPath, other.realPath) || isWithin(other.realPath, realPath);
  if (watched.some(overlaps)) throw refuse('folder-overlaps');
}

/** Whether a path is another or lies below it; both without links. */
function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
