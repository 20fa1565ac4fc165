import { type FolderTroubleCode, type WaitingFiles, waitingCodeSchema } from '../../../contract/watched-folder.ts';
import { AppError } from '../../app-error.ts';
import { waitingTexts } from '../../texts/folder-troubles.ts';
import type { HotFileTrouble } from './hot-folder.ts';

/** What watching a folder ended with, told as trouble of the folder. Null for what nobody expects: a mistake of ours. */
export function folderTroubleOf(error: unknown): FolderTroubleCode | null {
  // Of all that is refused in words, a profile that is gone is what watching can meet.
  if (error instanceof AppError) return 'profile-gone';
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'not-found';
    case 'EACCES':
    case 'EPERM':
      return 'not-allowed';
    default:
      return 'unreachable';
  }
}

/** Files by the reason they wait for. One that vanished waits for nothing: its scanner took it back, or gave it its name. */
export function groupWaiting(troubles: ReadonlyMap<string, HotFileTrouble>): WaitingFiles[] {
  return waitingCodeSchema.options.flatMap((code) => {
    const names = [...troubles].filter(([, trouble]) => trouble === code).map(([name]) => name);
    if (names.length === 0) return [];
    return [{ code, message: waitingTexts[code], count: names.length, names: names.toSorted().slice(0, namesShown) }];
  });
}

const namesShown = 5;
