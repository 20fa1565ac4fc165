import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SingleInstanceLock {
  release(): void;
}

/**
 * Takes the lock of a folder, or tells its holder this process's command line and returns null. Synchronous, as in
 * Electron. A lock whose process is gone is taken over.
 */
export function acquireSingleInstanceLock(
  folder: string,
  onSecond: (argv: string[]) => void,
): SingleInstanceLock | null {
  const lockFile = join(folder, 'SingletonLock');
  const calls = join(folder, 'SingletonCalls');
  mkdirSync(calls, { recursive: true });
  if (!writeLock(lockFile)) {
    if (isAlive(Number(readFileSync(lockFile, 'utf8')))) {
      writeFileSync(join(calls, `${process.pid}.json`), JSON.stringify(process.argv));
      return null;
    }
    rmSync(lockFile, { force: true });
    if (!writeLock(lockFile)) return null;
  }
  const watcher = watch(calls, (_change, name) => {
    const argv = name === null ? null : takeCall(join(calls, name));
    if (argv !== null) onSecond(argv);
  });
  return {
    release() {
      watcher.close();
      rmSync(lockFile, { force: true });
    },
  };
}

function writeLock(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The command line in the file, or null while it is being written or once it was taken. */
function takeCall(path: string): string[] | null {
  try {
    const argv: string[] = JSON.parse(readFileSync(path, 'utf8'));
    rmSync(path);
    return argv;
  } catch {
    return null;
  }
}
