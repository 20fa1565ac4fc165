import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import type { Batching, WatchedFolder } from '../../../../contract/watched-folder.ts';
import { takenFolderName } from '../../../../station/capture/watched-folders/hot-folder.ts';
import {
  createWatchedFolders,
  type WatchedFolders,
} from '../../../../station/capture/watched-folders/watched-folders.ts';
import type { Station } from '../../../../station/station.ts';
import { encodeScripted } from './scripted-source.ts';
import { startStation, temporaryFolder } from './test-station.ts';

/** The tests wait for what takes minutes in an office. */
export const timing = { lookEveryMs: 20, settleMs: 60, retryMs: 50 };
export const person = { id: 'somebody' };

/** A station in a hurry, and a place beside it where network scanners write. */
export async function startOffice({ clock = () => new Date() } = {}) {
  const root = await temporaryFolder();
  const station = await startStation(join(root, 'data'), { clock });
  const open = () => {
    const folders = createWatchedFolders(station, timing);
    onTestFinished(() => folders.close());
    return folders;
  };
  const folderNamed = async (name: string) => {
    const path = join(root, name);
    await mkdir(path, { recursive: true });
    return path;
  };
  return { root, station, open, folders: open(), folderNamed };
}

export const watched = (path: string, batching: Batching = 'pause') => ({ path, profileId: 'general', batching });
export const scan = (salt: string) => encodeScripted({ pages: ['read'], salt });

/** The one folder that is watched. */
export const only = (folders: WatchedFolders): WatchedFolder => {
  const [folder, ...others] = folders.list();
  if (folder === undefined || others.length > 0) throw new Error('there is not one folder');
  return folder;
};

export const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 5 });
export const untilTaken = (folders: WatchedFolders, count: number) =>
  until(() => expect(only(folders).takenToday).toBe(count));
/** What lies in a folder and was not taken yet. */
export const filesIn = async (path: string) => (await readdir(path)).filter((name) => name !== takenFolderName);

/** In the order in which they were begun. */
export function batchesOf({ store }: Pick<Station, 'store'>) {
  return store.all(store.query.selectFrom('batches').select(['id', 'name', 'createdBy']).orderBy('createdAt'));
}
