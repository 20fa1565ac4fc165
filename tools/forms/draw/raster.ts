import sharp, { type Sharp } from 'sharp';
import type { Affine } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';

export interface SheetSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Pixels of a sheet at a resolution. */
export function sheetPixels({ widthMm, heightMm }: SheetSize, dpi: number) {
  return { widthPx: Math.round((widthMm / 25.4) * dpi), heightPx: Math.round((heightMm / 25.4) * dpi) };
}

/** Draws SVG elements given in millimetres so that the sheet fills a white grey image exactly. */
export function rasterise(elements: string, size: SheetSize, dpi: number): Promise<GreyImage> {
  const { widthPx, heightPx } = sheetPixels(size, dpi);
  const toPixels: Affine = [widthPx / size.widthMm, 0, 0, heightPx / size.heightMm, 0, 0];
  return rasteriseMapped(elements, toPixels, widthPx, heightPx);
}

/** Draws SVG elements through a map from their millimetres to pixels, on white, as 8-bit grey. */
export async function rasteriseMapped(
  elements: string,
  toPixels: Affine,
  widthPx: number,
  heightPx: number,
): Promise<GreyImage> {
  const { data, info } = await openMapped(elements, toPixels, widthPx, heightPx)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error(`expected one channel, got ${info.channels}`);
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), widthPx, heightPx };
}

/** As `rasteriseMapped`, in colour: what is red, green and blue, each as an image of its own. */
export async function rasteriseColours(
  elements: string,
  toPixels: Affine,
  widthPx: number,
  heightPx: number,
): Promise<GreyImage[]> {
  const { data, info } = await openMapped(elements, toPixels, widthPx, heightPx)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`expected three channels, got ${info.channels}`);
  return [0, 1, 2].map((channel) => {
    const levels = Uint8Array.from({ length: widthPx * heightPx }, (_, at) => data[3 * at + channel] ?? 0);
    return { data: levels, widthPx, heightPx };
  });
}

function openMapped(elements: string, toPixels: Affine, widthPx: number, heightPx: number): Sharp {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">` +
    `<g transform="matrix(${toPixels.join(' ')})">${elements}</g></svg>`;
  return sharp(Buffer.from(svg), { unlimited: true }).flatten({ background: '#ffffff' });
}
