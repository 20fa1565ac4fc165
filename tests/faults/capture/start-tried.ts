import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts a script that takes its orders as JSON in `argv[2]` and speaks on file descriptor 3. Hundreds are started, so what
 * Node compiled is kept from one to the next.
 */
export function startTried(entry: string, orders: unknown, standardError: 'pipe' | 'inherit'): ChildProcess {
  return spawn(process.execPath, [entry, JSON.stringify(orders)], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'tabularium-faults-compiled') },
    stdio: ['ignore', 'ignore', standardError, 'pipe'],
  });
}
