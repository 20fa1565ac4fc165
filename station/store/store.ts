import { mkdirSync } from 'node:fs';
import type SqliteDatabase from 'better-sqlite3';
import { AppError } from '../app-error.ts';
import {
  createQueryBuilder,
  createRunner,
  type ReadableStore,
  type Transaction,
  type WritableStore,
} from './connection.ts';
import { type StationFolder, stationFolder } from './folder.ts';
import { takeLock } from './lock.ts';
import { migrations } from './migrations.ts';
import { openDatabase, openForLooking, openReader } from './open-database.ts';

/** The open store of one workstation: the lock, one connection that writes and one that reads. */
export interface Store extends WritableStore {
  readonly folder: StationFolder;
  close(): void;
}

export interface StoreOptions {
  readonly clock: () => Date;
  /** All of the program's own unless an upgrade is to be tried. */
  readonly migrations?: readonly string[];
}

/**
 * Opens the workstation's folder for this process alone, making it when it is not there.
 *
 * Throws an AppError: `FOLDER_IN_USE`, `FOLDER_NOT_USABLE`, `NEWER_DATABASE` or `DAMAGED_DATABASE`.
 */
export async function openStore(root: string, options: StoreOptions): Promise<Store> {
  const folder = stationFolder(root);
  makeFolders(folder);
  const lock = takeLock(folder.lock);
  try {
    const writing = await openDatabase(folder, options.clock(), options.migrations ?? migrations);
    const reading = openBeside(writing, folder.database);
    const store = createStore(writing, reading, options.clock);
    const close = () => {
      reading.close();
      writing.close();
      lock.release();
    };
    return { ...store, folder, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openBeside(writing: SqliteDatabase.Database, path: string): SqliteDatabase.Database {
  try {
    return openReader(path);
  } catch (error) {
    writing.close();
    throw error;
  }
}

/**
 * Opens a workstation's database for reading only, without taking the folder. Another station may be running on it.
 *
 * Throws an AppError `NEWER_DATABASE` or `DAMAGED_DATABASE`.
 */
export function openReadableStore(root: string): ReadableStore & { close(): void } {
  const reading = openForLooking(stationFolder(root).database, migrations.length);
  return { ...createRunner(reading), query: createQueryBuilder(), close: () => void reading.close() };
}

function createStore(
  writing: SqliteDatabase.Database,
  reading: SqliteDatabase.Database,
  clock: () => Date,
): WritableStore {
  const query = createQueryBuilder();
  const writer = createRunner(writing);
  const { all, first } = createRunner(reading);
  return {
    query,
    all,
    first,
    transact(work) {
      const transaction: Transaction = { ...writer, query, now: clock() };
      return writing.transaction(() => work(transaction)).immediate();
    },
  };
}

function makeFolders(folder: StationFolder): void {
  try {
    for (const path of [folder.root, folder.originals, folder.derived, folder.forms]) {
      mkdirSync(path, { recursive: true, mode: 0o700 });
    }
  } catch (cause) {
    throw new AppError(
      'FOLDER_NOT_USABLE',
      {
        it: `La cartella ${folder.root} non si può usare: verificare che esista e che si possa scriverci.`,
        en: `The folder ${folder.root} cannot be used: check that it exists and can be written to.`,
      },
      { cause },
    );
  }
}
