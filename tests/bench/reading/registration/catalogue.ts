import { loadFormPackage } from '../../../../ocr/forms/load.ts';
import { catalogueForms, type FormCatalogue } from '../../../../ocr/identify/form-catalogue.ts';
import { decodePage } from '../../../../ocr/prepare/decode.ts';
import { drawReference, packageOf } from '../../../fixtures/identify/drawn-catalogue.ts';
import { drawForm } from '../../../fixtures/identify/drawn-form.ts';
import { formFolders } from '../samples.ts';

/** Our forms among drawn ones of the same look, `layouts` pages in all; every fifth shares its head with the one before. */
export async function crowdedCatalogue(layouts: number): Promise<FormCatalogue> {
  const ours = await Promise.all(formFolders.map(loadFormPackage));
  const taken = ours.flatMap((form) => form.layouts.flatMap(({ pages }) => pages)).length;
  const drawn = Object.fromEntries(
    Array.from({ length: layouts - taken }, (_, index) => {
      const seed = 200 + index;
      return [`drawn-${seed}`, [drawForm(seed, index % 5 === 4 ? seed - 1 : seed)]] as const;
    }),
  );
  const strangers = Object.entries(drawn).map(([id, pages]) => packageOf(id, pages));
  return catalogueForms([...ours, ...strangers], async (path, name) =>
    name.startsWith('drawn-') ? drawReference(drawn, name, 200) : (await decodePage(path, name, 0)).image,
  );
}
