import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The workstation's folder: the one given, else `TABULARIUM_DATA`, else the one the desktop app of this user works in
 * (Electron's `userData` folder, see electron/places.ts).
 */
export function dataFolder(given: string | undefined, environment: NodeJS.ProcessEnv): string {
  return resolve(
    given ?? environment.TABULARIUM_DATA ?? join(applicationData(environment), 'tabularium', 'workstation'),
  );
}

function applicationData(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return environment.XDG_CONFIG_HOME ?? join(homedir(), '.config');
}
