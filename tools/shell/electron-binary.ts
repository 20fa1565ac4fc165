import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Path of Electron's own executable, or null when it has not been fetched. Reads what the package `electron` wrote when
 * it was; importing that package would fetch it.
 */
export function findElectron(checkout: string): string | null {
  const home = join(checkout, 'node_modules', 'electron');
  const pathFile = join(home, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(home, 'dist');
  const executable = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/** Fetches Electron's executable from its release site; returns its path, or null when that could not be done. */
export function fetchElectron(checkout: string): string | null {
  const installer = join(checkout, 'node_modules', 'electron', 'install.js');
  const fetched = spawnSync(process.execPath, [installer], { stdio: ['ignore', 'inherit', 'pipe'], timeout: 600_000 });
  return fetched.status === 0 ? findElectron(checkout) : null;
}
