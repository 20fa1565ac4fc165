import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isBuildStale } from './build-state.ts';

export const checkout = join(import.meta.dirname, '..', '..');

/** Builds main, preload and renderer into `out/` when a source is newer. Throws when the build fails. */
export function buildIfStale(): void {
  if (!isBuildStale(checkout)) return;
  console.error('Building the application ...');
  const cli = join(checkout, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const built = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], { cwd: checkout, stdio: 'inherit' });
  if (built.status !== 0) throw new Error(`electron-vite build ended with ${built.signal ?? built.status}`);
}
