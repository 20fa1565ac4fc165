import sharp from 'sharp';
import type { GreyImage } from '../../ocr/model/page.ts';

/** Resolution of the reference images of our packages: fine enough to align and to compare marks against. */
export const referenceDpi = 200;

/** Writes the image of an empty page as it belongs into a form package. */
export async function writeReference({ data, widthPx, heightPx }: GreyImage, dpi: number, path: string): Promise<void> {
  await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .toColourspace('b-w')
    .withDensity(dpi)
    .png({ compressionLevel: 9, adaptiveFiltering: false })
    .toFile(path);
}
