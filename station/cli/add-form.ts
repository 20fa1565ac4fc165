import { type FormPackage, formKey } from '../../ocr/model/form.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import type { FormShelf } from '../forms/shelf.ts';
import type { WritableStore } from '../store/connection.ts';
import { withPackageFolder } from './form-package-input.ts';

/** Copies a package, a folder or a zip, into the workstation and says so in its audit log. Throws an AppError. */
export async function addForm(
  { store, forms }: { readonly store: WritableStore; readonly forms: FormShelf },
  path: string,
): Promise<FormPackage> {
  const form = await withPackageFolder(path, (folder) => forms.add(folder));
  const subject = { subjectKind: 'form', subjectId: formKey(form.manifest) } as const;
  store.transact((transaction) => appendEvent(transaction, { actor: machine, action: 'form.added', ...subject }));
  return form;
}
