import type { Sharp } from 'sharp';
import { PageError } from '../../model/failure.ts';
import type { CapturedPage, PageInfo } from '../../model/page.ts';
import { assertPageFits, MAX_PAGE_PX, plausibleDpi } from '../limits.ts';
import { decodeFailure, type GreySamples, openImage, readFloatGrey, readGrey } from './sharp-reader.ts';
import { readTiffDirectories, type TiffDirectory } from './tiff-directory.ts';

/** Sample sizes that the decoder reads. */
const KNOWN_BITS = new Set([1, 2, 4, 8, 16, 32, 64]);
const FLOATING = 3;
const LOSSY_COMPRESSIONS = new Set([6, 7, 50_001]);
/**
 * Facsimile pages have 204 dots per inch across and 98 or 196 down: shown with square pixels, as a viewer does.
 * Ratios beyond the larger bound are not believed.
 */
const SQUARE_RATIO = 1.02;
const BELIEVED_RATIO = 4;
/** From here on, orientations of the TIFF tag swap width and height. */
const FIRST_SIDEWAYS_ORIENTATION = 5;

/** Lists the pages of a TIFF: its images, without reduced copies of them. */
export function inspectTiff(bytes: Buffer): PageInfo[] {
  return pagesOf(bytes).map((directory, index) => ({ index, ...shownSize(directory) }));
}

/** Decodes one page of a TIFF to grey. Floating point and other wide samples are scaled to their own range. */
export async function decodeTiff(bytes: Buffer, index: number): Promise<CapturedPage> {
  const directory = pageAt(bytes, index);
  const image = openTiffImage(bytes, directory);
  try {
    const wide = directory.sampleFormat === FLOATING || directory.bitsPerSample > 16;
    const grey: GreySamples = wide ? await readFloatGrey(image) : await readGrey(image);
    return { image: grey, dpi: shownSize(directory).dpi };
  } catch (cause) {
    throw decodeFailure(cause, 'TIFF');
  }
}

/** Opens one page of a TIFF with square pixels, for drawing it in colour. */
export function openTiffPage(bytes: Buffer, index: number): Sharp {
  return openTiffImage(bytes, pageAt(bytes, index));
}

/** Whether a page of a TIFF is kept as JPEG (compression 6 and 7 of TIFF 6.0 and its technical note 2) or WebP. */
export function isLossyTiff(bytes: Buffer, index: number): boolean {
  return LOSSY_COMPRESSIONS.has(pageAt(bytes, index).compression);
}

function openTiffImage(bytes: Buffer, directory: TiffDirectory): Sharp {
  const { widthPx, heightPx } = shownSize(directory);
  const image = openImage(bytes, { page: directory.position, failOn: 'error' });
  const sideways = directory.orientation >= FIRST_SIDEWAYS_ORIENTATION;
  const isSquare = sideways
    ? widthPx === directory.heightPx && heightPx === directory.widthPx
    : widthPx === directory.widthPx && heightPx === directory.heightPx;
  return isSquare ? image : image.resize({ width: widthPx, height: heightPx, fit: 'fill' });
}

function pagesOf(bytes: Buffer): TiffDirectory[] {
  const all = readTiffDirectories(bytes);
  const full = all.filter((directory) => !directory.reduced);
  return full.length > 0 ? full : all;
}

/** @throws PageError when the page is not there, or cannot be decoded for a reason that its directory shows. */
function pageAt(bytes: Buffer, index: number): TiffDirectory {
  const directory = pagesOf(bytes)[index];
  if (directory === undefined) throw new PageError('damaged-file', `the TIFF file has no page ${index + 1}`);
  if (!KNOWN_BITS.has(directory.bitsPerSample)) {
    throw new PageError('unsupported-format', `TIFF with ${directory.bitsPerSample} bits per sample`);
  }
  assertPageFits(directory.widthPx, directory.heightPx, MAX_PAGE_PX);
  if (directory.dataEnd > bytes.length) {
    throw new PageError('damaged-file', `the file ends after ${bytes.length} of ${directory.dataEnd} bytes`);
  }
  return directory;
}

/** Size and resolution of a page as it is shown: upright, pixels square. */
function shownSize(directory: TiffDirectory): { widthPx: number; heightPx: number; dpi: number | null } {
  const dpiX = plausibleDpi(directory.dpiX);
  const dpiY = plausibleDpi(directory.dpiY);
  const { dpi, scaleX, scaleY } = squareScale(dpiX, dpiY);
  const across = Math.round(directory.widthPx * scaleX);
  const down = Math.round(directory.heightPx * scaleY);
  const sideways = directory.orientation >= FIRST_SIDEWAYS_ORIENTATION;
  return { widthPx: sideways ? down : across, heightPx: sideways ? across : down, dpi };
}

function squareScale(dpiX: number | null, dpiY: number | null): { dpi: number | null; scaleX: number; scaleY: number } {
  if (dpiX === null || dpiY === null) return { dpi: dpiX ?? dpiY, scaleX: 1, scaleY: 1 };
  const ratio = Math.max(dpiX / dpiY, dpiY / dpiX);
  if (ratio > BELIEVED_RATIO) return { dpi: null, scaleX: 1, scaleY: 1 };
  const dpi = Math.max(dpiX, dpiY);
  return ratio < SQUARE_RATIO ? { dpi, scaleX: 1, scaleY: 1 } : { dpi, scaleX: dpi / dpiX, scaleY: dpi / dpiY };
}
