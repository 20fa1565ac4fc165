import sharp from 'sharp';
import type { GreyImage } from '../../model/page.ts';

/** A smaller copy, each pixel the mean of those that it stands for. */
export async function reduceImage({ data, widthPx, heightPx }: GreyImage, factor: number): Promise<GreyImage> {
  const width = Math.round(widthPx * factor);
  const height = Math.round(heightPx * factor);
  const reduced = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .resize({ width, height, fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { data: reduced, widthPx: width, heightPx: height };
}
