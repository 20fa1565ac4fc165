import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Sharp } from 'sharp';
import { PageError } from '../model/failure.ts';
import { drawPdfInColour } from './formats/pdf.ts';
import { tolerant } from './formats/raster.ts';
import { rawImage } from './formats/sharp-reader.ts';
import { openTiffPage } from './formats/tiff.ts';
import type { TurnDeg } from './placement.ts';
import { openSource } from './source.ts';

export interface RenderOptions {
  /** Clockwise turn, as found by preparation. */
  readonly rotationDeg: TurnDeg;
  /** Longest side of the picture; null for all captured pixels. A page is never enlarged. */
  readonly maxSidePx: number | null;
  /** File to write: its extension, .jpg, .png or .webp, says the format. Replaced as a whole or not at all. */
  readonly target: string;
}

const JPEG_QUALITY = 92;
const WEBP_QUALITY = 82;

/**
 * Draws a page for a person: upright, in colour where the source has it.
 *
 * @throws PageError as `decodePage` does.
 */
export async function renderPage(
  path: string,
  _name: string,
  index: number,
  { rotationDeg, maxSidePx, target }: RenderOptions,
): Promise<{ widthPx: number; heightPx: number }> {
  const { bytes, format } = await openSource(path);
  const unfinished = `${target}.${process.pid}.tmp`;
  const draw = async (image: Sharp) => {
    const upright = rotationDeg === 0 ? image : image.rotate(rotationDeg);
    const bound = { fit: 'inside', withoutEnlargement: true } as const;
    const sized = maxSidePx === null ? upright : upright.resize({ width: maxSidePx, height: maxSidePx, ...bound });
    const { width, height } = await encode(sized.toColourspace('srgb'), target).toFile(unfinished);
    return { widthPx: width, heightPx: height };
  };
  try {
    const size = await drawSource();
    await rename(unfinished, target);
    return size;
  } catch (failure) {
    await rm(unfinished, { force: true });
    throw failure;
  }

  async function drawSource() {
    if (format === 'pdf') return draw(rawImage(await drawPdfInColour(bytes, index)));
    if (format === 'tiff') return draw(openTiffPage(bytes, index));
    return tolerant(bytes, format, index, draw);
  }
}

function encode(image: Sharp, target: string): Sharp {
  switch (extname(target).toLowerCase()) {
    case '.png':
      return image.png();
    case '.webp':
      return image.webp({ quality: WEBP_QUALITY });
    case '.jpg':
    case '.jpeg':
      return image.jpeg({ quality: JPEG_QUALITY });
    default:
      throw new PageError('internal', `no picture format has the extension of ${target}`);
  }
}
