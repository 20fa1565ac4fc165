import { join } from 'node:path';

/** Where everything lies in a workstation's folder. */
export interface StationFolder {
  readonly root: string;
  readonly database: string;
  readonly lock: string;
  readonly originals: string;
  /** A cache: deleting it loses nothing. */
  readonly derived: string;
  /** What was measured on the empty pages of forms; part of the cache. */
  readonly layoutCache: string;
  readonly backups: string;
  /** Databases that could not be opened, kept for a specialist. */
  readonly setAside: string;
  /** Form packages added to this workstation, each in a folder named by its key. */
  readonly forms: string;
  /** How sure fields are, as this workstation's people have shown it. */
  readonly calibration: string;
  /** The municipality's list of streets, where it gave one. */
  readonly streets: string;
  /** The names of its people, where it gave them. */
  readonly names: string;
}

export function stationFolder(root: string): StationFolder {
  return {
    root,
    database: join(root, 'tabularium.db'),
    lock: join(root, 'lock.db'),
    originals: join(root, 'originals'),
    derived: join(root, 'derived'),
    layoutCache: join(root, 'derived', 'layouts'),
    backups: join(root, 'backups'),
    setAside: join(root, 'set-aside'),
    forms: join(root, 'forms'),
    calibration: join(root, 'calibration.json'),
    streets: join(root, 'streets.csv'),
    names: join(root, 'names.csv'),
  };
}

/** Path of an original below `originals/`, by its hash alone: names of files are never keys. */
export function originalPath(folder: StationFolder, sha256: string): string {
  return join(folder.originals, sha256.slice(0, 2), sha256);
}
