import { PageError } from '../model/failure.ts';

/** Pixels of a page image file above which it is refused: its grey picture alone would take this many bytes. */
export const MAX_PAGE_PX = 100_000_000;

/** Pixels above which a picture that can only be decoded whole (progressive, interlaced) is refused. */
export const MAX_WHOLE_DECODE_PX = 40_000_000;

/** Pixels of an image inside a PDF, bilevel ones aside: PDFium holds up to seven bytes for each. A3 at 600 dpi fits. */
export const MAX_PDF_IMAGE_PX = 75_000_000;

/** Pixels of a rasterised page: larger pages are drawn at a lower resolution. An A3 page at 500 dpi fits. */
export const MAX_RASTER_PX = 50_000_000;

/** Resolutions outside this range in metadata are not believed. */
const MIN_STATED_DPI = 50;
const MAX_STATED_DPI = 2400;

/** Returns a stated resolution when it can be that of a page, else null. */
export function plausibleDpi(dpi: number | undefined): number | null {
  return dpi !== undefined && dpi >= MIN_STATED_DPI && dpi <= MAX_STATED_DPI ? dpi : null;
}

/** @throws PageError `page-too-large` when a page of this size is not decoded. */
export function assertPageFits(widthPx: number, heightPx: number, limitPx: number): void {
  if (widthPx * heightPx > limitPx) {
    throw new PageError('page-too-large', `${widthPx} x ${heightPx} pixels; the limit is ${limitPx} pixels`);
  }
}
