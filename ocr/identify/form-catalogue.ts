import { referencePath } from '../forms/load.ts';
import type { FormPackage, Layout, LayoutPage } from '../model/form.ts';
import type { GreyImage } from '../model/page.ts';
import { type DescriptorPattern, descriptorPattern, descriptorWords } from './descriptor.ts';
import { buildDescriptorIndex, type DescriptorIndex } from './descriptor-index.ts';
import type { PageRasters } from './features.ts';
import { keepRecent } from './keep-recent.ts';
import { halveRaster } from './raster.ts';
import { measureReference, type ReferenceFeatures, unpackReference } from './reference.ts';

/** One page of one edition of a form, ready to be recognised. */
export interface CataloguePage {
  readonly form: FormPackage;
  readonly layout: Layout;
  readonly layoutPage: number;
  readonly page: LayoutPage;
  readonly features: ReferenceFeatures;
  /** The empty page at 150 and at 75 dpi, unpacked if it is none of the last few that were asked for. */
  readonly rasters: () => PageRasters;
}

/** Most piles hold a few pages in turn. One takes 3 MB. */
const openPages = 4;

/** Every page of every installed form. */
export interface FormCatalogue {
  readonly pages: readonly CataloguePage[];
  readonly pattern: DescriptorPattern;
  readonly index: DescriptorIndex;
  /** First descriptor of each page in the index, and one more. */
  readonly firstDescriptor: Int32Array;
}

/** Reads the image of an empty form page. */
export type ReferenceLoader = (path: string, name: string) => Promise<GreyImage>;

/** Gives the features of one page of a form. */
export type MeasurePage = (
  form: FormPackage,
  page: LayoutPage,
  pattern: DescriptorPattern,
) => Promise<ReferenceFeatures>;

/** Measures the empty pages of forms that are already loaded. */
export function catalogueForms(forms: readonly FormPackage[], load: ReferenceLoader): Promise<FormCatalogue> {
  return catalogueMeasured(forms, async ({ folder }, page, pattern) =>
    measureReference(await load(referencePath(folder, page.reference), page.reference), page, pattern),
  );
}

/** Makes the pages of forms findable by their features. */
export async function catalogueMeasured(forms: readonly FormPackage[], measure: MeasurePage): Promise<FormCatalogue> {
  const pattern = descriptorPattern();
  const rastersOf = keepRecent(openPages, unpackRasters);
  const pages: CataloguePage[] = [];
  for (const form of forms) {
    for (const layout of form.layouts) {
      for (const [layoutPage, page] of layout.pages.entries()) {
        const features = await measure(form, page, pattern);
        pages.push({ form, layout, layoutPage, page, features, rasters: () => rastersOf(features) });
      }
    }
  }
  return indexPages(pages, pattern);
}

function unpackRasters(features: ReferenceFeatures): PageRasters {
  const fine = unpackReference(features);
  return { fine, coarse: halveRaster(fine) };
}

function indexPages(pages: readonly CataloguePage[], pattern: DescriptorPattern): FormCatalogue {
  const firstDescriptor = new Int32Array(pages.length + 1);
  pages.forEach(({ features }, i) => {
    firstDescriptor[i + 1] = (firstDescriptor[i] ?? 0) + features.places.length;
  });
  const total = firstDescriptor[pages.length] ?? 0;
  const words = new Uint32Array(total * descriptorWords);
  const owners = new Int32Array(total);
  pages.forEach(({ features }, i) => {
    const first = firstDescriptor[i] ?? 0;
    words.set(features.descriptors, first * descriptorWords);
    owners.fill(i, first, first + features.places.length);
  });
  return { pages, pattern, index: buildDescriptorIndex(words, owners, pages.length), firstDescriptor };
}
