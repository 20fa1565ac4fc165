import { type FormPackage, formKey } from '../../ocr/model/form.ts';
import { AppError } from '../app-error.ts';
import { appendEvent } from '../audit/chain.ts';
import { hasDocumentOfForm } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { digestOfPackage } from './package-files.ts';
import { withPackageFolder } from './package-input.ts';
import type { FormShelf } from './shelf.ts';

export interface FormPlace {
  readonly store: Store;
  readonly forms: FormShelf;
}

export interface NewForm {
  /** A package, as a folder or a zip. */
  readonly path: string;
  /** Account id, or the machine's name for the command line. */
  readonly actor: string;
  /** Of what was looked at before, where it was; anything else is refused. */
  readonly digest?: string;
  /** Whether a package of the same key may be replaced even when documents were read with it: for trying a form that is drawn. */
  readonly replacing?: boolean;
}

/**
 * Copies a package into the workstation and says so in its audit log; pages that are read from then on are compared with it.
 * Throws an AppError: `FORM_PACKAGE_INVALID`, or `CONFLICT` where its key is taken or its files changed meanwhile.
 */
export async function addForm({ store, forms }: FormPlace, { path, actor, digest, replacing }: NewForm) {
  const form = await withPackageFolder(path, async (folder) => {
    if (digest !== undefined && (await digestOfPackage(folder)) !== digest) throw changedSince();
    return await forms.add(folder, async (present) => {
      if (replacing !== true) await refuseOther({ store, present, folder });
    });
  });
  const subject = { subjectKind: 'form', subjectId: formKey(form.manifest) } as const;
  store.transact((transaction) => appendEvent(transaction, { actor, action: 'form.added', ...subject }));
  return form;
}

/** What was read with a form is told by that form: a package that differs gets a version of its own. */
async function refuseOther({ store, present, folder }: { store: Store; present: FormPackage; folder: string }) {
  const key = formKey(present.manifest);
  if (!hasDocumentOfForm(store, key)) return;
  if ((await digestOfPackage(present.folder)) !== (await digestOfPackage(folder))) throw refuseReplacing(key);
}

function refuseReplacing(key: string): AppError {
  return new AppError('CONFLICT', {
    it: `Il modulo ${key} è già installato con altro contenuto e qui ci sono documenti letti con esso. Dare al pacchetto un’altra versione in form.json.`,
    en: `The form ${key} is installed already with other content, and documents here were read with it. Give the package another version in form.json.`,
  });
}

function changedSince(): AppError {
  return new AppError('CONFLICT', {
    it: 'Il pacchetto è cambiato da quando è stato controllato. Sceglierlo di nuovo.',
    en: 'The package has changed since it was checked. Choose it again.',
  });
}
