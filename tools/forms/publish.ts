import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GreyImage } from '../../ocr/model/page.ts';
import { type DrawnForm, drawForm, type FormDrawing } from './draw/form.ts';
import { rasterise } from './draw/raster.ts';
import { referenceDpi, writeReference } from './write-reference.ts';

export interface PublishedLayout {
  /** Text of `layouts/<edition>.json`. */
  readonly json: string;
  /** Reference images in page order, by file name. */
  readonly references: readonly { readonly name: string; readonly image: GreyImage }[];
}

/** Draws a form and returns its layout file and reference images as they belong into its package. */
export async function publishLayout(drawing: FormDrawing): Promise<PublishedLayout> {
  const { layout, pageElements } = drawForm(drawing);
  const withSchema = { $schema: '../../../form-package.schema.json#/$defs/layout', ...layout };
  const references = await Promise.all(
    layout.pages.map(async (page, index) => ({
      name: page.reference,
      image: await rasterise(pageElements[index] ?? '', page, referenceDpi),
    })),
  );
  return { json: layoutText(withSchema), references };
}

/** Writes layout and images under `<formsFolder>/<id>/layouts`. */
export async function writeLayout(drawing: FormDrawing, formsFolder: string): Promise<void> {
  const folder = join(formsFolder, drawing.id, 'layouts');
  await mkdir(folder, { recursive: true });
  const { json, references } = await publishLayout(drawing);
  await writeFile(join(folder, `${drawing.edition}.json`), json);
  for (const { name, image } of references) await writeReference(image, referenceDpi, join(folder, name));
}

/** JSON with one zone or printed text per line, so that changes can be read in a comparison. */
function layoutText(layout: DrawnForm['layout']): string {
  const compact = new Map<string, string>();
  const marked = JSON.stringify(
    layout,
    (key, value: unknown) => {
      const inList = /^\d+$/.test(key) && typeof value === 'object' && value !== null && 'rectMm' in value;
      if (!inList) return value;
      const token = `@line-${compact.size}@`;
      compact.set(`"${token}"`, JSON.stringify(value));
      return token;
    },
    2,
  );
  return `${marked.replace(/"@line-\d+@"/g, (token) => compact.get(token) ?? token)}\n`;
}
