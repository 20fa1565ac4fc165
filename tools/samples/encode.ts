import sharp from 'sharp';
import type { GreyImage } from '../../ocr/model/page.ts';
import type { Damage } from './truth.ts';

export const imageFormats = ['jpg', 'png', 'tiff'] as const;
export type ImageFormat = (typeof imageFormats)[number];

/** Writes a captured page as a scanner would, with its resolution. */
export async function writeImage(image: GreyImage, damage: Damage, format: ImageFormat, path: string): Promise<void> {
  const { data, widthPx, heightPx } = image;
  const picture = sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .toColourspace('b-w')
    .withDensity(damage.dpi);
  if (format === 'jpg') await picture.jpeg({ quality: damage.jpegQuality, progressive: false }).toFile(path);
  else if (format === 'png') await picture.png({ compressionLevel: 6 }).toFile(path);
  else await picture.tiff({ compression: 'lzw', xres: damage.dpi / 25.4, yres: damage.dpi / 25.4 }).toFile(path);
}
