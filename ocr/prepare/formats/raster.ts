import type { Sharp } from 'sharp';
import { PageError } from '../../model/failure.ts';
import type { CapturedPage, PageInfo } from '../../model/page.ts';
import { assertPageFits, MAX_PAGE_PX, MAX_WHOLE_DECODE_PX, plausibleDpi } from '../limits.ts';
import type { SourceFormat } from '../signature.ts';
import { decodeFailure, openImage, readGrey } from './sharp-reader.ts';

export type RasterFormat = Exclude<SourceFormat, 'pdf' | 'tiff'>;

const NAMES: Record<RasterFormat, string> = { jpeg: 'JPEG', png: 'PNG', webp: 'WebP' };

/** From here on, EXIF orientations swap width and height. */
const FIRST_SIDEWAYS_ORIENTATION = 5;
/** libvips reports this density where a file states none. */
const UNSTATED_DPI = 72;

/** Complaints of decoders about matter beside the picture, which is whole all the same. */
const HARMLESS = [/extraneous bytes before marker/, /Unknown Adobe color transform/, /profile/i, /iCCP/, /EXIF/i];

/** Lists the pages of a JPEG, PNG or WebP file: one, or one for each frame. */
export async function inspectRaster(bytes: Buffer, format: RasterFormat): Promise<PageInfo[]> {
  const { pages, ...size } = await readHeader(bytes, format);
  return Array.from({ length: pages }, (_, index) => ({ index, ...size }));
}

/**
 * Decodes a JPEG, PNG or WebP file to grey, EXIF orientation applied, transparency on white.
 *
 * @throws PageError `damaged-file` for a picture that ends early or breaks in the middle: half a page is no page.
 */
export async function decodeRaster(bytes: Buffer, format: RasterFormat, index: number): Promise<CapturedPage> {
  const { dpi, pages } = await readHeader(bytes, format);
  if (index >= pages) throw new PageError('damaged-file', `the ${NAMES[format]} file has no page ${index + 1}`);
  const image = await tolerant(bytes, format, index, (opened) => readGrey(opened));
  return { image, dpi };
}

/** Runs `work` on the opened picture, a second time with the decoder less strict if all it met was harmless. */
export async function tolerant<T>(
  bytes: Buffer,
  format: RasterFormat,
  index: number,
  work: (image: Sharp) => Promise<T>,
): Promise<T> {
  const page = format === 'webp' ? { page: index } : {};
  try {
    return await work(openImage(bytes, { failOn: 'warning', ...page }));
  } catch (strict) {
    if (!isHarmless(strict)) throw decodeFailure(strict, NAMES[format]);
  }
  try {
    return await work(openImage(bytes, { failOn: 'error', ...page }));
  } catch (lenient) {
    throw decodeFailure(lenient, NAMES[format]);
  }
}

function isHarmless(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const lines = cause.message.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('Warning treated'));
  return lines.length > 0 && lines.every((line) => HARMLESS.some((pattern) => pattern.test(line)));
}

async function readHeader(bytes: Buffer, format: RasterFormat) {
  const metadata = await openImage(bytes, { failOn: 'error' })
    .metadata()
    .catch((cause: unknown) => {
      throw decodeFailure(cause, NAMES[format]);
    });
  const sideways = (metadata.orientation ?? 1) >= FIRST_SIDEWAYS_ORIENTATION;
  const frameHeight = metadata.pageHeight ?? metadata.height;
  assertPageFits(metadata.width, frameHeight, metadata.isProgressive ? MAX_WHOLE_DECODE_PX : MAX_PAGE_PX);
  return {
    widthPx: sideways ? frameHeight : metadata.width,
    heightPx: sideways ? metadata.width : frameHeight,
    dpi: metadata.density === UNSTATED_DPI ? null : plausibleDpi(metadata.density),
    pages: metadata.pages ?? 1,
  };
}
