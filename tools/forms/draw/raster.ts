import sharp from 'sharp';
import type { GreyImage } from '../../../ocr/model/page.ts';

export interface SheetSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Pixels of a sheet at a resolution. */
export function sheetPixels({ widthMm, heightMm }: SheetSize, dpi: number) {
  return { widthPx: Math.round((widthMm / 25.4) * dpi), heightPx: Math.round((heightMm / 25.4) * dpi) };
}

/** Draws SVG elements given in millimetres on white paper, as 8-bit grey. */
export async function rasterise(elements: string, size: SheetSize, dpi: number): Promise<GreyImage> {
  const { widthPx, heightPx } = sheetPixels(size, dpi);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" ` +
    `viewBox="0 0 ${size.widthMm} ${size.heightMm}" preserveAspectRatio="none">${elements}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg), { unlimited: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error(`expected one channel, got ${info.channels}`);
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), widthPx, heightPx };
}
