import { catalogueForms, type FormCatalogue } from '../../../ocr/identify/form-catalogue.ts';
import type { FormPackage, Zone } from '../../../ocr/model/form.ts';
import { type Affine, applyAffine, type Point } from '../../../ocr/model/geometry.ts';
import type { GreyImage, PreparedPage } from '../../../ocr/model/page.ts';
import { type DrawnForm, scanPage } from './drawn-form.ts';

/** A form package around drawn pages, whose reference images are named `<id>-<page>.png`. */
export function packageOf(
  id: string,
  pages: readonly DrawnForm[],
  zonesOf: (form: DrawnForm) => Zone[] = () => [],
): FormPackage {
  const title = { it: id, en: id };
  return {
    manifest: {
      id,
      version: '1.0.0',
      title,
      service: { id: 'prova', title },
      retention: { years: 1, basis: title },
      layouts: ['prima'],
    },
    schema: {},
    layouts: [
      {
        edition: 'prima',
        title,
        maxResidualMm: 0.8,
        pages: pages.map((form, page) => ({
          widthMm: form.widthMm,
          heightMm: form.heightMm,
          reference: `${id}-${page}.png`,
          zones: zonesOf(form),
          printed: [],
        })),
      },
    ],
    folder: `/forms/${id}`,
  };
}

/** A catalogue of forms drawn in memory, by id and page, with reference images of `dpi`. */
export function catalogueDrawn(
  forms: Readonly<Record<string, readonly DrawnForm[]>>,
  dpi = 150,
  zonesOf?: (form: DrawnForm) => Zone[],
): Promise<FormCatalogue> {
  const packages = Object.entries(forms).map(([id, pages]) => packageOf(id, pages, zonesOf));
  return catalogueForms(packages, (_path, name) => drawReference(forms, name, dpi));
}

/** The image of an empty drawn page by the name it has in its package. */
export function drawReference(
  forms: Readonly<Record<string, readonly DrawnForm[]>>,
  name: string,
  dpi: number,
): Promise<GreyImage> {
  const [, id = '', page = '0'] = /^(.*)-(\d+)\.png$/.exec(name) ?? [];
  const form = forms[id]?.[Number(page)];
  if (!form) throw new RangeError(`no drawn form ${name}`);
  return scanPage(form.print, { dpi, map: [1, 0, 0, 1, 0, 0], widthMm: form.widthMm, heightMm: form.heightMm });
}

/** A text zone in every place of a drawn form where an entry may be written. */
export function entryZones({ entries }: DrawnForm): Zone[] {
  return entries.map(({ x, y, width }, index) => ({
    id: `entry-${index}`,
    field: `/entry${index}`,
    kind: 'text',
    hand: 'any',
    lines: 1,
    rectMm: { x, y: y - 4, width, height: 5 },
  }));
}

/** A page as preparation would hand it over, had it nothing to do. */
export function preparedOf(image: GreyImage, dpi: number): PreparedPage {
  return { image, dpi, steps: [], toCaptured: [1, 0, 0, 1, 0, 0], rotationDeg: 0, skewDeg: 0, blank: false };
}

/** Greatest distance in millimetres, over places of an A4 layout, between a found map to pixels and the true map to millimetres. */
export function worstErrorMm(
  toImage: Affine,
  truth: Affine,
  dpi: number,
  places: readonly Point[] = a4Corners,
): number {
  return Math.max(
    ...places.map((place) => {
      const found = applyAffine(toImage, place);
      const true_ = applyAffine(truth, place);
      return Math.hypot((found.x / dpi) * 25.4 - true_.x, (found.y / dpi) * 25.4 - true_.y);
    }),
  );
}

export const a4Corners: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 210, y: 0 },
  { x: 0, y: 297 },
  { x: 210, y: 297 },
];
