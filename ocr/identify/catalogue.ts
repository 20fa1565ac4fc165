import { loadFormPackage } from '../forms/load.ts';
import type { FormPackage } from '../model/form.ts';
import { decodePage } from '../prepare/decode.ts';
import { catalogueForms, type FormCatalogue, type ReferenceLoader } from './form-catalogue.ts';

export type { FormCatalogue } from './form-catalogue.ts';

const decodeReference: ReferenceLoader = async (path, name) => (await decodePage(path, name, 0)).image;

/**
 * Loads form packages from their folders and measures their empty pages, once for a worker's life: about 0.1 s a page.
 * Throws what `loadFormPackage` throws for a package that breaks the rules, and PageError for an unreadable image.
 */
export async function buildCatalogue(folders: readonly string[]): Promise<FormCatalogue> {
  const forms: FormPackage[] = [];
  for (const folder of folders) forms.push(await loadFormPackage(folder));
  return catalogueForms(forms, decodeReference);
}
