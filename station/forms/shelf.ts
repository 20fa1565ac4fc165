import { cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FormPackageError, loadFormPackage } from '../../ocr/forms/load.ts';
import { type FormPackage, formKey } from '../../ocr/model/form.ts';
import { AppError } from '../app-error.ts';

export interface FormShelfOptions {
  /** Folder whose subfolders are the packages that come with the program. */
  readonly builtIn: string;
  /** Folder of the packages added to this workstation. */
  readonly added: string;
}

/** The form packages of one workstation: those that come with the program and those added to it. */
export interface FormShelf {
  /** Folders of all packages, built-in ones first. */
  folders(): Promise<readonly string[]>;
  /** All packages by `id@version`. */
  byKey(): Promise<ReadonlyMap<string, FormPackage>>;
  /**
   * Copies a package into the workstation. Adding the same key again replaces the added package, so that whoever draws a
   * form can try it; a built-in package is never replaced.
   *
   * Throws an AppError `FORM_PACKAGE_INVALID` or, for a key of a built-in form, `CONFLICT`.
   */
  add(folder: string): Promise<FormPackage>;
}

export function createFormShelf({ builtIn, added }: FormShelfOptions): FormShelf {
  let known: Promise<ReadonlyMap<string, FormPackage>> | undefined;

  function byKey() {
    known ??= loadAll([builtIn, added]);
    return known;
  }

  return {
    byKey,
    folders: async () => [...(await byKey()).values()].map(({ folder }) => folder),
    async add(folder) {
      const form = await loadForPerson(folder);
      const key = formKey(form.manifest);
      const present = (await byKey()).get(key);
      if (present !== undefined && !present.folder.startsWith(added)) throw builtInConflict(key);
      await replaceFolder(folder, join(added, key));
      known = undefined;
      return form;
    },
  };
}

async function loadAll(shelves: readonly string[]): Promise<ReadonlyMap<string, FormPackage>> {
  const forms = new Map<string, FormPackage>();
  for (const shelf of shelves) {
    for (const folder of await packageFolders(shelf)) {
      const form = await loadForPerson(folder);
      forms.set(formKey(form.manifest), form);
    }
  }
  return forms;
}

/** Nothing was added yet where the shelf is not there. */
async function packageFolders(shelf: string): Promise<string[]> {
  const entries = await readdir(shelf, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(shelf, entry.name))
    .sort();
}

async function loadForPerson(folder: string): Promise<FormPackage> {
  try {
    return await loadFormPackage(folder);
  } catch (cause) {
    if (!(cause instanceof FormPackageError)) throw cause;
    throw new AppError(
      'FORM_PACKAGE_INVALID',
      {
        it: `Il pacchetto di modulo non è valido (${cause.message}). «tabularium forms check» elenca tutti i difetti.`,
        en: `The form package is not valid (${cause.message}). “tabularium forms check” lists all its faults.`,
      },
      { cause },
    );
  }
}

/** Puts a copy in place in one step: a killed copy leaves a hidden folder that nothing reads. */
async function replaceFolder(from: string, to: string): Promise<void> {
  const copy = await mkdtemp(`${join(to, '..', '.adding-')}`);
  await cp(from, copy, { recursive: true });
  await rm(to, { recursive: true, force: true });
  await rename(copy, to);
}

function builtInConflict(key: string): AppError {
  return new AppError('CONFLICT', {
    it: `Il modulo ${key} è già compreso nel programma. Dare al pacchetto un’altra versione.`,
    en: `The form ${key} comes with the program already. Give the package another version.`,
  });
}
