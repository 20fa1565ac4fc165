import { randomUUID } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { lstat, mkdir, open, readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode } from '../../error-code.ts';
import { SourceReadError } from '../../store/originals.ts';
import { diskTroubleOf } from '../disk-trouble.ts';

/** Why a file in the folder was not taken this time. It stays where it is and is tried again. */
export type HotFileTrouble =
  /** Another program holds it, or it may not be read. */
  | 'locked'
  /** It was there and is gone, before it could be taken. */
  | 'vanished'
  /** It changed while it was being copied: what was copied is not it. */
  | 'changed'
  /** Its bytes are safe, but it cannot be moved out of the way. It will not be taken twice. */
  | 'not-moved'
  /** There is no room on our own disk for it. */
  | 'disk-full'
  /** Our own disk takes no writing. */
  | 'disk-failed';

export interface HotFolderOptions {
  readonly folder: string;
  /** How long a file's size, time and identity must stay the same before it counts as whole. */
  readonly settleMs: number;
  readonly nowMs: () => number;
  /**
   * Makes the file's bytes safe and returns the function that enters them. That one is called once the file is known to be
   * still the same; it may be called again for the same `id` after the program was killed, and must then change nothing.
   */
  readonly secure: (file: HotFile) => Promise<() => void>;
  readonly onTrouble: (name: string, trouble: HotFileTrouble) => void;
  /** No further file is begun once it fires. */
  readonly signal?: AbortSignal;
}

export interface HotFile {
  readonly path: string;
  /** Name as the network scanner gave it, for people. Two files may have the same name one after the other. */
  readonly name: string;
  /** Identity of this very file, whatever it is called: device, inode, size and time of last change. */
  readonly id: string;
}

export interface HotFolder {
  /** Looks once and takes what is whole. Resolves with the number of files taken; to be called again and again. */
  look(): Promise<number>;
  /** What lay there at the last look and could not be taken, by name. */
  troubles(): ReadonlyMap<string, HotFileTrouble>;
}

interface Sighting {
  readonly id: string;
  readonly sinceMs: number;
  /** Its bytes are safe; only the moving failed. */
  readonly isTaken: boolean;
  /** Why it was not taken, or not moved, when that was last tried. */
  readonly trouble: HotFileTrouble | null;
}

/** Where files go once they are safe, below the folder itself. */
export const takenFolderName = 'tabularium-taken';

/**
 * Watches a folder that network scanners write into. Watching is done by looking: notifications of file systems do not
 * cross the network. A file is taken when it stayed the same from one look to another for `settleMs`, can be opened, and
 * is still the same after it was copied; it is moved away only when its bytes are safe, under a name of its own.
 */
export function createHotFolder(options: HotFolderOptions): HotFolder {
  const { folder, settleMs, nowMs, onTrouble, signal } = options;
  let sightings = new Map<string, Sighting>();
  return {
    async look() {
      const present = await listCandidates(folder);
      for (const [name, { isTaken }] of sightings) if (!present.has(name) && !isTaken) onTrouble(name, 'vanished');
      const next = new Map<string, Sighting>();
      let taken = 0;
      for (const [name, id] of present) {
        if (signal?.aborted === true) break;
        const before = sightings.get(name);
        const isSame = before?.id === id;
        const sighting = isSame ? before : { id, sinceMs: nowMs(), isTaken: false, trouble: null };
        const isSettled = isSame && nowMs() - sighting.sinceMs >= settleMs;
        const outcome = isSettled || sighting.isTaken ? await takeOne(options, name, sighting) : sighting;
        if (outcome === 'moved') taken += 1;
        else next.set(name, outcome);
      }
      sightings = next;
      return taken;
    },
    troubles() {
      const told = [...sightings].flatMap(([name, { trouble }]) =>
        trouble === null ? [] : [[name, trouble] as const],
      );
      return new Map(told);
    },
  };
}

/** Names of what would be taken: regular files, but for hidden ones and half-written ones of known programs. */
export async function namesToTake(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((one) => one.isFile() && !isUnfinished(one.name)).map(({ name }) => name);
}

async function listCandidates(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of await namesToTake(folder)) {
    const id = await identityOf(join(folder, name));
    if (id !== null) found.set(name, id);
  }
  return found;
}

function isUnfinished(name: string): boolean {
  return /^[.~]/.test(name) || /\.(?:tmp|part|partial|filepart|crdownload|lock)$/i.test(name);
}

async function identityOf(path: string): Promise<string | null> {
  try {
    return describe(await lstat(path, { bigint: true }));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function describe({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs].join(':');
}

async function takeOne(options: HotFolderOptions, name: string, sighting: Sighting): Promise<Sighting | 'moved'> {
  const { folder, nowMs, onTrouble } = options;
  if (!sighting.isTaken) {
    const trouble = await enterOne(options, { path: join(folder, name), name, id: sighting.id });
    if (trouble !== null) {
      onTrouble(name, trouble);
      return { ...sighting, sinceMs: nowMs(), trouble };
    }
  }
  try {
    await moveAway(folder, name);
    return 'moved';
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    onTrouble(name, 'not-moved');
    return { ...sighting, isTaken: true, trouble: 'not-moved' };
  }
}

/** Null when the file's bytes are safe and entered. */
async function enterOne(options: HotFolderOptions, file: HotFile): Promise<HotFileTrouble | null> {
  try {
    await checkNotLocked(file.path);
    return await keepOne(options, file);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return trouble;
  }
}

/** Trouble with our own disk is told as that and not as the file's, and the file is tried again when there is room. */
async function keepOne({ secure }: HotFolderOptions, file: HotFile): Promise<HotFileTrouble | null> {
  try {
    const enter = await secure(file);
    if ((await identityOf(file.path)) !== file.id) return 'changed';
    enter();
    return null;
  } catch (error) {
    const own = diskTroubleOf(error);
    if (own === null) throw error;
    return own;
  }
}

/** A writer on Windows keeps others from opening for writing; elsewhere locks are advice and the settling time decides. */
async function checkNotLocked(path: string): Promise<void> {
  await using _handle = await open(path, process.platform === 'win32' ? 'r+' : 'r');
}

function troubleOf(error: unknown): HotFileTrouble | null {
  if (error instanceof SourceReadError) return 'locked';
  switch (errorCode(error)) {
    case 'ENOENT':
      return 'vanished';
    case 'EBUSY':
    case 'EACCES':
    case 'EPERM':
    case 'ETXTBSY':
      return 'locked';
    default:
      return null;
  }
}

/** Renamed within the same disk, under a name that nothing has: two files of one name are two files. */
async function moveAway(folder: string, name: string): Promise<void> {
  const taken = join(folder, takenFolderName);
  await mkdir(taken, { recursive: true });
  await rename(join(folder, name), join(taken, `${randomUUID().slice(0, 8)} ${basename(name)}`));
}
