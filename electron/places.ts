import { join, sep } from 'node:path';

/** Where everything is that main starts or serves. Absolute paths. */
export interface Places {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly rendererFolder: string;
  readonly preload: string;
  readonly stationEntry: string;
  readonly workerEntry: string;
}

export interface Surroundings {
  /** Folder of the built main entry. */
  readonly mainFolder: string;
  /** Folder of the application: its package.json, or app.asar. */
  readonly appFolder: string;
  readonly userDataFolder: string;
  /** `process.resourcesPath` of a packaged application, null in a checkout. */
  readonly packagedResources: string | null;
  readonly commandLine: readonly string[];
}

/**
 * Finds the places of a checkout and of an installed application. The processes that main starts run from outside the
 * archive (electron-builder unpacks them): they load native modules and start children of their own.
 */
export function findPlaces(around: Surroundings): Places {
  const outside = around.mainFolder.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`);
  return {
    dataFolder: argumentOf(around.commandLine, 'data-folder') ?? join(around.userDataFolder, 'workstation'),
    resourcesFolder: around.packagedResources ?? join(around.appFolder, 'resources'),
    rendererFolder: join(around.mainFolder, '..', 'renderer'),
    preload: join(around.mainFolder, '..', 'preload', 'preload.cjs'),
    stationEntry: join(outside, 'station.js'),
    workerEntry: join(outside, 'page-worker.js'),
  };
}

function argumentOf(commandLine: readonly string[], name: string): string | null {
  const prefix = `--${name}=`;
  return commandLine.find((part) => part.startsWith(prefix))?.slice(prefix.length) ?? null;
}
