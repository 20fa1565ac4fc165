import { mkdirSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../app-error.ts';
import type { StationFolder } from './folder.ts';

/** Written into the file's header, so that a database of something else is never taken for ours: `TABU` in ASCII. */
const applicationId = 0x54414255;

/**
 * Opens the writing connection and brings the database up to the newest version, with a copy in `backups/` first.
 *
 * Throws an AppError `NEWER_DATABASE` for one written by a newer program, and `DAMAGED_DATABASE` for one that does not
 * pass its check; a damaged one is moved to `set-aside/`, never deleted.
 */
export async function openDatabase(
  folder: StationFolder,
  now: Date,
  migrations: readonly string[],
): Promise<SqliteDatabase.Database> {
  let database: SqliteDatabase.Database | undefined;
  try {
    database = new SqliteDatabase(folder.database, { timeout: 5000 });
    checkIntegrity(database);
    const version = readVersion(database);
    if (version > migrations.length) throw newerDatabase(version, migrations.length);
    configure(database);
    if (version > 0 && version < migrations.length) await backUp(database, folder, version, now);
    migrate(database, migrations, version);
    return database;
  } catch (error) {
    database?.close();
    if (isDamage(error)) throw await setAside(folder, now, error);
    throw error;
  }
}

/** Opens a connection that cannot write. */
export function openReader(path: string): SqliteDatabase.Database {
  const database = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  database.pragma('query_only = ON');
  return database;
}

/**
 * Opens a connection that cannot write, for a look from outside, after the checks that opening for work makes. Nothing is
 * moved or upgraded.
 *
 * Throws an AppError `NEWER_DATABASE` or `DAMAGED_DATABASE`.
 */
export function openForLooking(path: string, newest: number): SqliteDatabase.Database {
  const database = openReader(path);
  try {
    checkIntegrity(database);
    const version = readVersion(database);
    if (version > newest) throw newerDatabase(version, newest);
    return database;
  } catch (error) {
    database.close();
    throw isDamage(error) ? damagedDatabase(path, error) : error;
  }
}

function configure(database: SqliteDatabase.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
}

class DamageFound extends Error {}

function checkIntegrity(database: SqliteDatabase.Database): void {
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new DamageFound(String(found));
  const id = database.pragma('application_id', { simple: true });
  const version = readVersion(database);
  if (version > 0 && id !== applicationId) throw new DamageFound('the file belongs to another program');
}

function readVersion(database: SqliteDatabase.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function migrate(database: SqliteDatabase.Database, migrations: readonly string[], from: number): void {
  for (const [index, migration] of migrations.entries()) {
    if (index < from) continue;
    database.transaction(() => {
      database.exec(migration);
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${index + 1}`);
    })();
  }
}

async function backUp(
  database: SqliteDatabase.Database,
  folder: StationFolder,
  version: number,
  now: Date,
): Promise<void> {
  mkdirSync(folder.backups, { recursive: true });
  await database.backup(join(folder.backups, `tabularium-v${version}-${stamp(now)}.db`));
}

function isDamage(error: unknown): boolean {
  if (error instanceof DamageFound) return true;
  return error instanceof SqliteDatabase.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
}

/** Moves the database and its journals out of the way together and returns the error that says so. */
async function setAside(folder: StationFolder, now: Date, cause: unknown): Promise<AppError> {
  const target = join(folder.setAside, stamp(now));
  mkdirSync(target, { recursive: true });
  const name = basename(folder.database);
  for (const entry of await readdir(dirname(folder.database))) {
    if (entry === name || entry === `${name}-wal` || entry === `${name}-shm`) {
      await rename(join(folder.root, entry), join(target, entry));
    }
  }
  return new AppError(
    'DAMAGED_DATABASE',
    {
      it: `L’archivio era danneggiato ed è stato messo da parte in ${target}; nulla è stato cancellato. Ripristinare una copia di sicurezza, oppure riavviare per cominciare un archivio nuovo.`,
      en: `The database was damaged and has been set aside in ${target}; nothing was deleted. Restore a backup, or start again to begin a new database.`,
    },
    { cause },
  );
}

function damagedDatabase(path: string, cause: unknown): AppError {
  return new AppError(
    'DAMAGED_DATABASE',
    {
      it: `L’archivio ${path} è danneggiato. Non cancellarlo: ripristinare una copia di sicurezza della cartella.`,
      en: `The database ${path} is damaged. Do not delete it: restore a backup of its folder.`,
    },
    { cause },
  );
}

function newerDatabase(version: number, newest: number): AppError {
  return new AppError('NEWER_DATABASE', {
    it: `Questa cartella è stata usata da una versione più recente di Tabularium (archivio ${version}, qui ${newest}). Aggiornare il programma.`,
    en: `This folder was used by a newer version of Tabularium (database ${version}, here ${newest}). Update the program.`,
  });
}

function stamp(now: Date): string {
  return now.toISOString().replaceAll(':', '-');
}
