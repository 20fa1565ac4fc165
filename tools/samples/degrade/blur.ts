import sharp from 'sharp';
import type { GreyImage } from '../../../ocr/model/page.ts';

/** Softens an image as optics out of focus do. `deviationPx` under 0.3 changes nothing. */
export async function blur(image: GreyImage, deviationPx: number): Promise<GreyImage> {
  if (deviationPx < 0.3) return image;
  const { widthPx, heightPx } = image;
  const data = await sharp(image.data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .blur({ sigma: deviationPx, precision: 'integer' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), widthPx, heightPx };
}
