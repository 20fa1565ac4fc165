import type { ScanStopCode } from '../../contract/capture.ts';
import { errorCode } from '../error-code.ts';

/** Codes of the file system and of SQLite (which writes extended ones, `SQLITE_IOERR_WRITE`) for our own disk's troubles. */
const full = /^(?:ENOSPC|EDQUOT|SQLITE_FULL)/;
const failed = /^(?:EROFS|EACCES|EPERM|EIO|SQLITE_READONLY|SQLITE_IOERR|SQLITE_CANTOPEN)/;

/** Why a page could not be kept, where it was our own disk; null for anything else. */
export function diskTroubleOf(error: unknown): Extract<ScanStopCode, 'disk-full' | 'disk-failed'> | null {
  const code = errorCode(error) ?? '';
  if (full.test(code)) return 'disk-full';
  return failed.test(code) ? 'disk-failed' : null;
}
