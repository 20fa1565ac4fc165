import { loadFormPackage, referencePath } from '../forms/load.ts';
import type { FormPackage } from '../model/form.ts';
import { decodePage } from '../prepare/decode.ts';
import { openSource } from '../prepare/source.ts';
import { cachedFeatures, featuresName } from './feature-cache.ts';
import { catalogueMeasured, type FormCatalogue, type MeasurePage } from './form-catalogue.ts';
import { measureReference } from './reference.ts';

export type { FormCatalogue } from './form-catalogue.ts';

const measureFromFile: MeasurePage = async ({ folder }, page, pattern) => {
  const { image } = await decodePage(referencePath(folder, page.reference), page.reference, 0);
  return measureReference(image, page, pattern);
};

/**
 * Loads form packages from their folders and measures their empty pages, once for a worker's life: about 0.2 s a page, or
 * a few milliseconds where `cacheFolder` has what was measured before. Throws what `loadFormPackage` throws for a package
 * that breaks the rules, and PageError for an unreadable image.
 */
export async function buildCatalogue(folders: readonly string[], cacheFolder?: string): Promise<FormCatalogue> {
  const forms: FormPackage[] = [];
  for (const folder of folders) forms.push(await loadFormPackage(folder));
  return catalogueMeasured(forms, cacheFolder === undefined ? measureFromFile : measureOnce(cacheFolder));
}

function measureOnce(cacheFolder: string): MeasurePage {
  return async (form, page, pattern) => {
    const { bytes } = await openSource(referencePath(form.folder, page.reference));
    return cachedFeatures(cacheFolder, featuresName(bytes, page), () => measureFromFile(form, page, pattern));
  };
}
