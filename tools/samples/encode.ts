import sharp, { type Sharp } from 'sharp';
import type { GreyImage } from '../../ocr/model/page.ts';
import type { Damage } from './truth.ts';

export const imageFormats = ['jpg', 'png', 'tiff'] as const;
export type ImageFormat = (typeof imageFormats)[number];

/** Writes a captured page as a scanner would, with its resolution: in grey, or in `colours`, red, green and blue. */
export async function writeImage(
  image: GreyImage,
  damage: Damage,
  format: ImageFormat,
  path: string,
  colours?: readonly GreyImage[],
): Promise<void> {
  const picture = (colours === undefined ? inGrey(image) : inColours(image, colours)).withDensity(damage.dpi);
  if (format === 'jpg') await picture.jpeg({ quality: damage.jpegQuality, progressive: false }).toFile(path);
  else if (format === 'png') await picture.png({ compressionLevel: 6 }).toFile(path);
  else await picture.tiff({ compression: 'lzw', xres: damage.dpi / 25.4, yres: damage.dpi / 25.4 }).toFile(path);
}

function inGrey({ data, widthPx, heightPx }: GreyImage): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } }).toColourspace('b-w');
}

function inColours({ widthPx, heightPx }: GreyImage, colours: readonly GreyImage[]): Sharp {
  const data = new Uint8Array(3 * widthPx * heightPx);
  colours.forEach((colour, channel) => {
    for (let at = 0; at < colour.data.length; at += 1) data[3 * at + channel] = colour.data[at] ?? 0;
  });
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}
