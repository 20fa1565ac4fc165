import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { AuditAction } from '../../../contract/audit-actions.ts';
import type { FolderContent, NewWatchedFolder, WatchedFolder } from '../../../contract/watched-folder.ts';
import { appendEvent } from '../../audit/chain.ts';
import type { StationCore } from '../../core.ts';
import { namesOfAccounts } from '../../store/accounts.ts';
import type { Transaction } from '../../store/connection.ts';
import {
  countTaken,
  findLastTaken,
  findWatchedFolder,
  insertWatchedFolder,
  listWatchedFolders,
  type StoredFolder,
  setFolderPaused,
  setFolderRemoved,
} from '../../store/watched-folders.ts';
import { folderTroubleTexts } from '../../texts/folder-troubles.ts';
import { refuse } from '../../texts/refusals/refusals.ts';
import { requireProfile } from '../enter-batch.ts';
import { startOfDay } from './batch-of-folder.ts';
import { placeOfFolder, refuseOverlap } from './folder-place.ts';
import { groupWaiting } from './folder-trouble.ts';
import { namesToTake } from './hot-folder.ts';
import { type FolderWatch, type FolderWatchTiming, keepWatching } from './keep-watching.ts';

type Actor = { readonly id: string };

/** The folders that a station watches while it is open. Functions throw an AppError. */
export interface WatchedFolders {
  list(): WatchedFolder[];
  /** Calls the listener after each change of any folder; returns a function that stops it. */
  subscribe(listener: () => void): () => void;
  /** Refuses a folder as `add` does. */
  check(path: string): Promise<FolderContent>;
  add(actor: Actor, folder: NewWatchedFolder): Promise<WatchedFolder>;
  /** Nothing further is taken; a file in hand is taken to its end. */
  pause(actor: Actor, id: string): WatchedFolder;
  resume(actor: Actor, id: string): WatchedFolder;
  remove(actor: Actor, id: string): void;
  /** Ends every watch, files in hand first; does not wait long for a folder that does not answer. */
  close(): Promise<void>;
}

/** Longest that closing waits for a folder that does not answer. */
const closeWithinMs = 5_000;

/** Takes up watching every folder that is not paused. */
export function createWatchedFolders(core: StationCore, timing: FolderWatchTiming = {}): WatchedFolders {
  const { store, clock, logger } = core;
  const listeners = new Set<() => void>();
  const watches = new Map<string, FolderWatch>();
  /** Watches that were stopped and may still have a file in hand, by path. */
  const endings = new Map<string, Promise<void>>();

  function tellChange(): void {
    for (const listener of [...listeners]) listener();
  }

  function start({ id, path, profileId, batching }: StoredFolder): void {
    const folder = { folder: path, profileId, batching };
    const after = endings.get(path) ?? Promise.resolve();
    watches.set(id, keepWatching(core, { ...timing, folder, after, onChange: tellChange }));
  }

  function stop({ id, path }: StoredFolder): void {
    const watch = watches.get(id);
    if (watch === undefined) return;
    watches.delete(id);
    endings.set(path, watch.stop());
  }

  const present = (folder: StoredFolder): WatchedFolder => {
    const { id, path, profileId, batching, addedAt } = folder;
    const watch = watches.get(id);
    const trouble = watch?.trouble() ?? null;
    const last = findLastTaken(store, path);
    return {
      ...{ id, path, profileId, batching, addedAt, paused: folder.paused === 1 },
      addedBy: namesOfAccounts(store).get(folder.addedBy) ?? folder.addedBy,
      trouble: trouble === null ? null : { code: trouble, message: folderTroubleTexts[trouble] },
      waiting: watch === undefined ? [] : groupWaiting(watch.waiting()),
      takenToday: countTaken(store, path, startOfDay(clock())),
      last: last === undefined ? null : { at: last.takenAt, batchId: last.batchId, batchName: last.name },
    };
  };

  function requireFolder(id: string): StoredFolder {
    const folder = findWatchedFolder(store, id);
    if (folder === undefined) throw refuse('no-such-folder');
    return folder;
  }

  /** Asked for twice, as from two windows, it is done once. */
  function setPaused(actor: Actor, id: string, paused: StoredFolder['paused']): WatchedFolder {
    const folder = requireFolder(id);
    if (folder.paused !== paused) {
      store.transact((transaction) => {
        setFolderPaused(transaction, id, paused);
        record(transaction, actor, id, paused === 1 ? 'watched-folder.paused' : 'watched-folder.resumed');
      });
      if (paused === 1) stop(folder);
      else start(folder);
      tellChange();
    }
    return present(requireFolder(id));
  }

  async function check(path: string) {
    const place = await placeOfFolder(path, store.folder.root);
    refuseOverlap(place, listWatchedFolders(store));
    return place;
  }

  for (const folder of listWatchedFolders(store)) if (folder.paused === 0) start(folder);

  return {
    list: () => listWatchedFolders(store).map(present),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async check(path) {
      const { path: folder } = await check(path);
      return { files: (await namesToTake(folder)).length };
    },
    async add(actor, { path, profileId, batching }) {
      requireProfile(profileId);
      const place = await check(path);
      const id = randomUUID();
      store.transact((transaction) => {
        // Another window may have added one meanwhile.
        refuseOverlap(place, listWatchedFolders(transaction));
        insertWatchedFolder(transaction, { id, ...place, profileId, batching, addedBy: actor.id });
        record(transaction, actor, id, 'watched-folder.added', { profile: profileId, batching });
      });
      const folder = requireFolder(id);
      start(folder);
      tellChange();
      return present(folder);
    },
    pause: (actor, id) => setPaused(actor, id, 1),
    resume: (actor, id) => setPaused(actor, id, 0),
    remove(actor, id) {
      const folder = requireFolder(id);
      store.transact((transaction) => {
        setFolderRemoved(transaction, id);
        record(transaction, actor, id, 'watched-folder.removed');
      });
      stop(folder);
      tellChange();
    },
    async close() {
      const ends = [...[...watches.values()].map((watch) => watch.stop()), ...endings.values()];
      const late = setTimeout(closeWithinMs, 'late' as const, { ref: false });
      const outcome = await Promise.race([Promise.all(ends), late]);
      if (outcome === 'late') logger.warn('a watched folder does not answer; the station closes without it');
    },
  };
}

function record(
  transaction: Transaction,
  actor: Actor,
  folderId: string,
  action: AuditAction,
  detail: Readonly<Record<string, string>> = {},
): void {
  appendEvent(transaction, { actor: actor.id, action, subjectKind: 'watched-folder', subjectId: folderId, detail });
}
