import { readFileSync } from 'node:fs';

const pageBytes = 4096;

/**
 * Resident memory of another process in bytes, or null where the system does not tell (only Linux does without a helper).
 * There the pool relies on what the worker itself reports with each answer.
 */
export function readResidentBytes(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return Number.isFinite(pages) ? pages * pageBytes : null;
  } catch {
    // The process has just ended; its exit is told by its own event.
    return null;
  }
}
