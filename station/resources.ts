import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from './app-error.ts';

/** What the program brings along: form packages, code tables, how sure fields are, and the pile to practise on. */
export interface Resources {
  readonly root: string;
  readonly forms: string;
  readonly tables: string;
  readonly calibration: string;
  readonly practice: string;
}

/**
 * Finds the resources. A packaged app passes its own folder; in a checkout they lie above this file, wherever the build
 * put it.
 *
 * Throws an AppError `FOLDER_NOT_USABLE` when they are not there.
 */
export function findResources(given?: string): Resources {
  const root = given ?? searchUpwards(dirname(fileURLToPath(import.meta.url)));
  if (root === null || !existsSync(join(root, 'forms'))) {
    throw new AppError('FOLDER_NOT_USABLE', {
      it: `Mancano i file del programma (${root ?? 'resources'}). Installare di nuovo Tabularium.`,
      en: `Files of the program are missing (${root ?? 'resources'}). Install Tabularium again.`,
    });
  }
  return {
    root,
    forms: join(root, 'forms'),
    tables: join(root, 'tables'),
    calibration: join(root, 'calibration', 'fields.json'),
    practice: join(root, 'practice'),
  };
}

function searchUpwards(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources');
    if (existsSync(join(candidate, 'forms'))) return candidate;
    if (dirname(folder) === folder) return null;
  }
}
