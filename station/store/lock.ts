import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../app-error.ts';

export interface StationLock {
  release(): void;
}

/**
 * Takes the workstation's folder for this process. The lock is the operating system's lock on `lock.db`, held by an open
 * exclusive transaction: it ends with the process, however that ends, and needs no clean-up.
 *
 * Throws an AppError `FOLDER_IN_USE` when another station has it.
 */
export function takeLock(path: string): StationLock {
  const database = new SqliteDatabase(path, { timeout: 0 });
  try {
    database.pragma('journal_mode = MEMORY');
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new AppError(
        'FOLDER_IN_USE',
        {
          it: 'Un’altra postazione Tabularium sta usando questa cartella. Chiuderla, oppure scegliere un’altra cartella.',
          en: 'Another Tabularium station is using this folder. Close it, or choose another folder.',
        },
        { cause: error, retryable: true },
      );
    }
    throw error;
  }
  return { release: () => void database.close() };
}
