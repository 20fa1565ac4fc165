import { cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilingual } from '../../contract/common.ts';
import { checkFormPackage } from '../../ocr/forms/check.ts';
import { FormPackageError, loadFormPackage } from '../../ocr/forms/load.ts';
import { type FormPackage, formKey } from '../../ocr/model/form.ts';
import { AppError } from '../app-error.ts';
import { errorCode } from '../error-code.ts';

export interface FormShelfOptions {
  /** Folder whose subfolders are the packages that come with the program. */
  readonly builtIn: string;
  /** Folder of the packages added to this workstation. */
  readonly added: string;
  /** Told of an added package that cannot be loaded any more; the others go on without it. */
  readonly onBroken: (folder: string, error: AppError) => void;
}

/** The form packages of one workstation: those that come with the program and those added to it. */
export interface FormShelf {
  /** All packages by `id@version`, built-in ones first. */
  byKey(): Promise<ReadonlyMap<string, FormPackage>>;
  /**
   * Copies a package into the workstation. Adding the same key again replaces the added package, so that whoever draws a
   * form can try it; a built-in package is never replaced. `beforeReplacing` may throw to keep the one that is there.
   *
   * Throws an AppError `FORM_PACKAGE_INVALID` for one with faults or, for a key of a built-in form, `CONFLICT`.
   */
  add(folder: string, beforeReplacing?: (present: FormPackage) => Promise<void>): Promise<FormPackage>;
  /** Whether a package came with the program. */
  isBuiltIn(form: FormPackage): boolean;
}

export function createFormShelf({ builtIn, added, onBroken }: FormShelfOptions): FormShelf {
  let known: Promise<ReadonlyMap<string, FormPackage>> | undefined;

  function byKey() {
    known ??= loadAll().catch((error: unknown) => {
      // What failed for now, such as a folder out of reach, is tried again when it is next asked for.
      known = undefined;
      throw error;
    });
    return known;
  }

  async function loadAll(): Promise<ReadonlyMap<string, FormPackage>> {
    const forms = new Map<string, FormPackage>();
    const enter = (form: FormPackage) => forms.set(formKey(form.manifest), form);
    for (const folder of await packageFolders(builtIn)) enter(await loadForPerson(folder));
    for (const folder of await packageFolders(added)) {
      try {
        enter(await loadForPerson(folder));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        onBroken(folder, error);
      }
    }
    return forms;
  }

  return {
    byKey,
    isBuiltIn: ({ folder }) => !folder.startsWith(added),
    async add(folder, beforeReplacing) {
      const form = await loadForPerson(folder);
      await checkForPerson(folder);
      const key = formKey(form.manifest);
      const present = (await byKey()).get(key);
      if (present !== undefined && !present.folder.startsWith(added)) throw builtInConflict(key);
      if (present !== undefined) await beforeReplacing?.(present);
      await replaceFolder(folder, join(added, key));
      known = undefined;
      return form;
    },
  };
}

/** Nothing was added yet where the shelf is not there. */
async function packageFolders(shelf: string): Promise<string[]> {
  const entries = await readdir(shelf, { withFileTypes: true }).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
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
    throw invalidPackage({ it: cause.message, en: cause.message }, cause);
  }
}

async function checkForPerson(folder: string): Promise<void> {
  const fault = (await checkFormPackage(folder)).find(({ severity }) => severity === 'error');
  if (fault === undefined) return;
  const { path, message } = fault;
  throw invalidPackage({ it: `${path}: ${message.it}`, en: `${path}: ${message.en}` });
}

function invalidPackage(fault: Bilingual, cause?: unknown): AppError {
  return new AppError(
    'FORM_PACKAGE_INVALID',
    {
      it: `Il pacchetto di modulo non è valido (${fault.it}). «tabularium forms check» elenca tutti i difetti.`,
      en: `The form package is not valid (${fault.en}). “tabularium forms check” lists all its faults.`,
    },
    { cause },
  );
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
