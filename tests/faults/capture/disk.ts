import { execFileSync } from 'node:child_process';
import { closeSync, openSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const chunkBytes = 64 * 1024;

/** Whether this process may mount file systems: only then can a disk be filled or made read-only for real. */
export function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A small disk in memory at a folder. */
export function mountDisk(folder: string, bytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=700`, 'tabularium-faults', folder]);
}

/** Makes a folder read-only while files in it stay open. */
export function mountReadOnly(folder: string): void {
  execFileSync('mount', ['--bind', folder, folder]);
  execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
}

export function unmount(folder: string): void {
  execFileSync('umount', ['--lazy', folder]);
}

/** Fills the disk of a folder until about so much is left. */
export function fillDisk(folder: string, leftBytes: number): void {
  const file = openSync(join(folder, ballastName), 'w');
  try {
    while (freeBytes(folder) > leftBytes + chunkBytes) writeSync(file, Buffer.alloc(chunkBytes));
  } finally {
    closeSync(file);
  }
}

export const ballastName = 'ballast';

export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
