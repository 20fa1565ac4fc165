import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../app-error.ts';
import { stationFolder } from '../store/folder.ts';

/**
 * The workstation's folder: the one given, else `TABULARIUM_DATA`, else the one the desktop app of this user works in
 * (Electron's `userData` folder, see electron/places.ts).
 */
export function dataFolder(given: string | undefined, environment: NodeJS.ProcessEnv): string {
  return resolve(
    given ?? environment.TABULARIUM_DATA ?? join(applicationData(environment), 'tabularium', 'workstation'),
  );
}

/** The same, for commands that begin no workstation. Throws an AppError `NOT_FOUND` where there is none. */
export function existingDataFolder(given: string | undefined, environment: NodeJS.ProcessEnv): string {
  const folder = dataFolder(given, environment);
  if (existsSync(stationFolder(folder).database)) return folder;
  throw new AppError('NOT_FOUND', {
    it: `In ${folder} non c’è una postazione Tabularium. Indicare la cartella con --data.`,
    en: `There is no Tabularium station in ${folder}. Name its folder with --data.`,
  });
}

function applicationData(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return environment.XDG_CONFIG_HOME ?? join(homedir(), '.config');
}
