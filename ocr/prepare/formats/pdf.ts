import { PageError } from '../../model/failure.ts';
import type { CapturedPage, PageInfo } from '../../model/page.ts';
import { assertPageFits, MAX_PDF_IMAGE_PX, MAX_RASTER_PX } from '../limits.ts';
import { readPageContent, SCRATCH_BYTES, scanDpi, snapToScan } from './pdf-images.ts';
import { type Pdfium, startPdfium } from './pdfium.ts';

/** Resolution at which a page that is not a scan is drawn. */
const DRAWN_DPI = 300;
/** Resolutions of scans are believed within these bounds; reading gains nothing above the upper one. */
const MIN_SCAN_DPI = 72;
const MAX_SCAN_DPI = 600;
/** A page so large that it would have to be drawn below this resolution is refused. */
const MIN_RASTER_DPI = 40;
const POINTS_PER_INCH = 72;

/** FPDFBitmap_Gray and FPDFBitmap_BGRx of fpdfview.h. */
const BITMAP_FORMAT = { grey: 1, colour: 3 } as const;
const BYTES_PER_PX = { grey: 1, colour: 4 } as const;
/** FPDF_ANNOT, FPDF_RENDER_LIMITEDIMAGECACHE, FPDF_PRINTING, FPDF_GRAYSCALE and FPDF_REVERSE_BYTE_ORDER. */
const RENDER_FLAGS = { grey: 0x01 | 0x200 | 0x800 | 0x08, colour: 0x01 | 0x200 | 0x800 | 0x10 } as const;

/** `FPDF_GetLastError` after a document failed to load. */
const ERROR_FORMAT = 3;
const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

/** Lists the pages of a PDF. A page that cannot be loaded is listed as one pixel, unless all are so. */
export async function inspectPdf(bytes: Uint8Array): Promise<PageInfo[]> {
  const open = await openPdf(bytes);
  const pages: PageInfo[] = [];
  const failures: PageError[] = [];
  for (let index = 0; index < open.pageCount; index++) {
    try {
      pages.push({ index, ...onPage(open, index, sizeOf) });
    } catch (failure) {
      if (!(failure instanceof PageError)) throw failure;
      failures.push(failure);
      pages.push({ index, widthPx: 1, heightPx: 1, dpi: null });
    }
  }
  const [first] = failures;
  if (first !== undefined && failures.length === pages.length) throw first;
  return pages;
}

/** Draws one page of a PDF in grey. */
export async function decodePdf(bytes: Uint8Array, index: number): Promise<CapturedPage> {
  const open = await openPdf(bytes);
  return onPage(open, index, (raster) => {
    const { widthPx, heightPx, dpi } = sizeOf(raster);
    return { image: { data: draw(open, raster, 'grey'), widthPx, heightPx }, dpi };
  });
}

/** Draws one page of a PDF as interleaved 8-bit samples: red, green, blue and one unused. */
export async function drawPdfInColour(bytes: Uint8Array, index: number) {
  const open = await openPdf(bytes);
  return onPage(open, index, (raster) => {
    const { widthPx, heightPx } = sizeOf(raster);
    return { data: draw(open, raster, 'colour'), widthPx, heightPx };
  });
}

/**
 * Opens a PDF with the empty password.
 *
 * @throws PageError `encrypted-file` when it wants another, `damaged-file` when no document can be made of the bytes,
 *   `no-pages`, `out-of-memory`.
 */
async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdfium = await startPdfium();
  const address = allocate(pdfium, bytes.length);
  new Uint8Array(pdfium.memory.buffer).set(bytes, address);
  const document = guarded(() => pdfium.call('FPDF_LoadMemDocument', address, bytes.length, 0));
  if (document === 0) throw loadFailure(pdfium.call('FPDF_GetLastError'));
  const pageCount = pdfium.call('FPDF_GetPageCount', document);
  if (pageCount === 0) throw new PageError('no-pages', 'the PDF has no page that can be reached');
  return { pdfium, document, pageCount, scratch: allocate(pdfium, SCRATCH_BYTES) };
}

interface OpenPdf {
  readonly pdfium: Pdfium;
  readonly document: number;
  readonly pageCount: number;
  readonly scratch: number;
}

interface Raster {
  readonly page: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dpi: number;
}

function sizeOf({ widthPx, heightPx, dpi }: Raster): { widthPx: number; heightPx: number; dpi: number } {
  return { widthPx, heightPx, dpi };
}

/** Loads a page for the time of `work`. A page that failed is not closed: its instance of PDFium is dropped anyway. */
function onPage<T>(open: OpenPdf, index: number, work: (raster: Raster) => T): T {
  return guarded(() => loadPage(open, index, work));
}

function loadPage<T>(open: OpenPdf, index: number, work: (raster: Raster) => T): T {
  const { pdfium, document, scratch } = open;
  const found = pdfium.call('FPDF_GetPageSizeByIndexF', document, index, scratch);
  const [widthPt = 0, heightPt = 0] = new Float32Array(pdfium.memory.buffer, scratch, 2);
  const page = found === 0 ? 0 : pdfium.call('FPDF_LoadPage', document, index);
  if (page === 0) throw new PageError('damaged-file', `page ${index + 1} of the PDF cannot be loaded`);
  if (!(widthPt > 0 && heightPt > 0)) {
    throw new PageError('damaged-file', `page ${index + 1} of the PDF has no area (${widthPt} x ${heightPt} points)`);
  }
  const raster = { page, ...rasterSize(open, page, widthPt, heightPt) };
  const result = work(raster);
  pdfium.call('FPDF_ClosePage', page);
  return result;
}

/** Chooses the resolution of a page: that of its scan, else 300 dpi, lowered where the page would be too large. */
function rasterSize({ pdfium, scratch }: OpenPdf, page: number, widthPt: number, heightPt: number) {
  const content = readPageContent(pdfium, page, scratch);
  for (const image of content.images) {
    if (!image.bilevel) assertPageFits(image.widthPx, image.heightPx, MAX_PDF_IMAGE_PX);
  }
  const scan = scanDpi(content, widthPt * heightPt);
  const wanted = scan === null ? DRAWN_DPI : Math.min(MAX_SCAN_DPI, Math.max(MIN_SCAN_DPI, scan));
  const own = content.drawn && wanted < DRAWN_DPI ? DRAWN_DPI : wanted;
  const largest = POINTS_PER_INCH * Math.sqrt(MAX_RASTER_PX / (widthPt * heightPt));
  if (largest < MIN_RASTER_DPI) {
    const inches = `${(widthPt / POINTS_PER_INCH).toFixed(0)} x ${(heightPt / POINTS_PER_INCH).toFixed(0)} inches`;
    throw new PageError('page-too-large', `the page measures ${inches}`);
  }
  const dpi = Math.min(own, largest);
  const size = {
    widthPx: Math.max(1, Math.round((widthPt * dpi) / POINTS_PER_INCH)),
    heightPx: Math.max(1, Math.round((heightPt * dpi) / POINTS_PER_INCH)),
  };
  return { dpi, ...(dpi === scan ? snapToScan(content, size) : size) };
}

function draw({ pdfium }: OpenPdf, { page, widthPx, heightPx }: Raster, kind: 'grey' | 'colour'): Uint8Array {
  const stride = widthPx * BYTES_PER_PX[kind];
  const pixels = allocate(pdfium, stride * heightPx);
  const bitmap = pdfium.call('FPDFBitmap_CreateEx', widthPx, heightPx, BITMAP_FORMAT[kind], pixels, stride);
  if (bitmap === 0) throw new PageError('out-of-memory', `no bitmap of ${widthPx} x ${heightPx} pixels`);
  new Uint8Array(pdfium.memory.buffer, pixels, stride * heightPx).fill(255);
  pdfium.call('FPDF_RenderPageBitmap', bitmap, page, 0, 0, widthPx, heightPx, 0, RENDER_FLAGS[kind]);
  const data = new Uint8Array(pdfium.memory.buffer, pixels, stride * heightPx).slice();
  pdfium.call('FPDFBitmap_Destroy', bitmap);
  pdfium.call('free', pixels);
  return data;
}

function allocate(pdfium: Pdfium, size: number): number {
  const address = guarded(() => pdfium.call('malloc', size));
  if (address === 0) throw new PageError('out-of-memory', `PDFium has no room for ${size} bytes`);
  return address;
}

function loadFailure(code: number): PageError {
  if (code === ERROR_PASSWORD) return new PageError('encrypted-file', 'the PDF asks for a password');
  if (code === ERROR_SECURITY) return new PageError('encrypted-file', 'the PDF is protected by an unknown method');
  const detail = code === ERROR_FORMAT ? 'no PDF structure can be found in the file' : `PDFium reports error ${code}`;
  return new PageError('damaged-file', detail);
}

/** Runs a call into PDFium; a trap or an abort inside it is the file's fault and is told as `damaged-file`. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof PageError) throw cause;
    if (cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError) {
      throw new PageError('damaged-file', `PDFium gave up on the file: ${cause.message}`, { cause });
    }
    throw cause;
  }
}
