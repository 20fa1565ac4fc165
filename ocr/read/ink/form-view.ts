import {
  type Affine,
  type Box,
  boxOfRect,
  composeAffine,
  invertAffine,
  mapBox,
  type RectMm,
} from '../../model/geometry.ts';
import type { GreyImage, PreparedPage } from '../../model/page.ts';
import type { Kernel, Plane } from '../../prepare/kernel/kernel.ts';

/** The empty form page as an image that spans exactly the layout page. */
export interface EmptyForm {
  readonly image: GreyImage;
  readonly dpi: number;
}

/** A filled-in page as its form sees it: upright and registered. */
export interface FormView {
  readonly page: PreparedPage;
  /** Millimetres of the layout page to pixels of `page.image`. */
  readonly toImage: Affine;
  readonly emptyForm: EmptyForm;
  readonly pxPerMm: number;
}

/** Part of the page image in whole pixels, inside its bounds. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export function viewForm(page: PreparedPage, toImage: Affine, emptyForm: EmptyForm): FormView {
  const [a, b] = toImage;
  return { page, toImage, emptyForm, pxPerMm: Math.hypot(a, b) };
}

/** The whole page of a layout, in millimetres. */
export function formRect({ image, dpi }: EmptyForm): RectMm {
  return { x: 0, y: 0, width: (image.widthPx * 25.4) / dpi, height: (image.heightPx * 25.4) / dpi };
}

/** Where a rectangle of the layout lies on the page image, in whole pixels; may reach beyond the image. */
export function imageBox(view: FormView, rectMm: RectMm): Box {
  const [x0, y0, x1, y1] = mapBox(view.toImage, boxOfRect(rectMm));
  return [Math.round(x0), Math.round(y0), Math.round(x1), Math.round(y1)];
}

/** A box with a margin, cut to the image. Null when nothing of it is on the image. */
export function regionAround(image: GreyImage, [x0, y0, x1, y1]: Box, marginPx: number): Region | null {
  const left = Math.max(0, x0 - marginPx);
  const top = Math.max(0, y0 - marginPx);
  const widthPx = Math.min(image.widthPx, x1 + marginPx) - left;
  const heightPx = Math.min(image.heightPx, y1 + marginPx) - top;
  return widthPx > 0 && heightPx > 0 ? { left, top, widthPx, heightPx } : null;
}

/** Copies a region out of the page image. */
export function cutRegion(image: GreyImage, { left, top, widthPx, heightPx }: Region): GreyImage {
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    const start = (top + y) * image.widthPx + left;
    data.set(image.data.subarray(start, start + widthPx), y * widthPx);
  }
  return { data, widthPx, heightPx };
}

/** Draws the same region of the empty form at the page's scale. White where the form ends. */
export function drawEmptyForm(kernel: Kernel, { toImage, emptyForm }: FormView, region: Region): Plane {
  const { left, top, widthPx, heightPx } = region;
  const pxPerMm = emptyForm.dpi / 25.4;
  const regionToForm = composeAffine(composeAffine([1, 0, 0, 1, left, top], invertAffine(toImage)), [
    pxPerMm,
    0,
    0,
    pxPerMm,
    0,
    0,
  ]);
  const [x0, y0, x1, y1] = mapBox(regionToForm, [0, 0, widthPx, heightPx]);
  const around: Box = [Math.floor(x0), Math.floor(y0), Math.ceil(x1), Math.ceil(y1)];
  const part = regionAround(emptyForm.image, around, 1) ?? { left: 0, top: 0, widthPx: 1, heightPx: 1 };
  const toPart = composeAffine(regionToForm, [1, 0, 0, 1, -part.left, -part.top]);
  const source = kernel.loadPart(emptyForm.image, part);
  return kernel.warp(source, kernel.make(widthPx, heightPx), toPart, 255, 'nearest');
}
