import type { ScanStopCode } from '../../contract/capture.ts';

/** Codes of the file system and of SQLite (which writes extended ones, `SQLITE_IOERR_WRITE`) for our own disk's troubles. */
const full = /^(?:ENOSPC|EDQUOT|SQLITE_FULL)/;
const failed = /^(?:EROFS|EACCES|EPERM|EIO|SQLITE_READONLY|SQLITE_IOERR|SQLITE_CANTOPEN)/;

/** Why a page could not be kept, where it was our own disk; null for anything else. */
export function diskTroubleOf(error: unknown): Extract<ScanStopCode, 'disk-full' | 'disk-failed'> | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (full.test(error.code)) return 'disk-full';
  return failed.test(error.code) ? 'disk-failed' : null;
}
