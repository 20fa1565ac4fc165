import { type Affine, applyAffine, composeAffine } from '../../model/geometry.ts';
import type { Pdfium } from './pdfium.ts';

/** An image drawn on a PDF page: its own pixels and where its unit square lies on the page, in points. */
export interface PlacedImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly toPage: Affine;
  /** Whether its coding holds one bit per pixel and no more. */
  readonly bilevel: boolean;
}

/** What a page shows: its images, and whether text or drawings are visible beside them. */
export interface PageContent {
  readonly images: readonly PlacedImage[];
  readonly drawn: boolean;
}

const TEXT = 1;
const IMAGE = 3;
const FORM = 5;
const INVISIBLE_TEXT = 3;

/** Room for the results that PDFium writes through pointers: a matrix of six floats, or the name of a filter. */
export const SCRATCH_BYTES = 32;
const BILEVEL_FILTERS = new Set(['CCITTFaxDecode', 'JBIG2Decode']);

/** Bounds on the walk: a hostile page can nest and repeat without end. */
const MAX_DEPTH = 4;
const MAX_OBJECTS = 20_000;

interface Walk {
  readonly pdfium: Pdfium;
  /** Address of `SCRATCH_BYTES` free bytes for results. */
  readonly scratch: number;
  readonly images: PlacedImage[];
  drawn: boolean;
  left: number;
}

/** Lists the images of a loaded page, those inside form objects included. */
export function readPageContent(pdfium: Pdfium, page: number, scratch: number): PageContent {
  const walk: Walk = { pdfium, scratch, images: [], drawn: false, left: MAX_OBJECTS };
  const count = pdfium.call('FPDFPage_CountObjects', page);
  for (let index = 0; index < count && walk.left > 0; index++) {
    visit(walk, pdfium.call('FPDFPage_GetObject', page, index), [1, 0, 0, 1, 0, 0], 0);
  }
  return { images: walk.images, drawn: walk.drawn };
}

function visit(walk: Walk, object: number, toPage: Affine, depth: number): void {
  walk.left -= 1;
  if (object === 0 || depth > MAX_DEPTH || walk.left <= 0) return;
  const { pdfium } = walk;
  const type = pdfium.call('FPDFPageObj_GetType', object);
  if (type === IMAGE) {
    visitImage(walk, object, toPage);
  } else if (type === FORM) {
    const inner = composeAffine(readMatrix(walk, object), toPage);
    const count = pdfium.call('FPDFFormObj_CountObjects', object);
    for (let index = 0; index < count && walk.left > 0; index++) {
      visit(walk, pdfium.call('FPDFFormObj_GetObject', object, index), inner, depth + 1);
    }
  } else if (type !== TEXT || pdfium.call('FPDFTextObj_GetTextRenderMode', object) !== INVISIBLE_TEXT) {
    walk.drawn = true;
  }
}

function visitImage(walk: Walk, object: number, toPage: Affine): void {
  const { pdfium, scratch } = walk;
  if (pdfium.call('FPDFImageObj_GetImagePixelSize', object, scratch, scratch + 4) === 0) return;
  const size = new Uint32Array(pdfium.memory.buffer, scratch, 2);
  const [widthPx = 0, heightPx = 0] = size;
  if (widthPx === 0 || heightPx === 0) return;
  const bilevel = isBilevel(walk, object);
  walk.images.push({ widthPx, heightPx, bilevel, toPage: composeAffine(readMatrix(walk, object), toPage) });
}

function isBilevel({ pdfium, scratch }: Walk, object: number): boolean {
  const last = pdfium.call('FPDFImageObj_GetImageFilterCount', object) - 1;
  if (last < 0) return false;
  const length = pdfium.call('FPDFImageObj_GetImageFilter', object, last, scratch, SCRATCH_BYTES);
  if (length < 1 || length > SCRATCH_BYTES) return false;
  return BILEVEL_FILTERS.has(Buffer.from(pdfium.memory.buffer, scratch, length - 1).toString('latin1'));
}

function readMatrix({ pdfium, scratch }: Walk, object: number): Affine {
  if (pdfium.call('FPDFPageObj_GetMatrix', object, scratch) === 0) return [1, 0, 0, 1, 0, 0];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = new Float32Array(pdfium.memory.buffer, scratch, 6);
  return [a, b, c, d, e, f];
}

/** Share of the page that an image covers, and its resolution there. */
export function placement(image: PlacedImage, pageAreaPt2: number): { coverage: number; dpi: number } {
  const origin = applyAffine(image.toPage, { x: 0, y: 0 });
  const right = applyAffine(image.toPage, { x: 1, y: 0 });
  const top = applyAffine(image.toPage, { x: 0, y: 1 });
  const widthPt = Math.hypot(right.x - origin.x, right.y - origin.y);
  const heightPt = Math.hypot(top.x - origin.x, top.y - origin.y);
  const dpi = Math.max(
    widthPt > 0 ? (image.widthPx * 72) / widthPt : 0,
    heightPt > 0 ? (image.heightPx * 72) / heightPt : 0,
  );
  return { coverage: Math.min(1, (widthPt * heightPt) / pageAreaPt2), dpi };
}

/** Images whose resolutions differ by no more than this factor count as one scan cut into strips. */
const SAME_SCAN_FACTOR = 1.05;
/** Share of the page that a scan covers at least. */
const SCAN_COVERAGE = 0.6;

/**
 * Resolution of the scan that a page consists of: the highest at which images cover most of the page (a page may be
 * one image, one cut into strips, or a fine mask over a coarse background). Null when the page is no scan.
 */
export function scanDpi(content: PageContent, pageAreaPt2: number): number | null {
  const placed = content.images.map((image) => placement(image, pageAreaPt2)).sort((one, two) => two.dpi - one.dpi);
  for (const { dpi } of placed) {
    const coverage = placed
      .filter((other) => other.dpi <= dpi && other.dpi * SAME_SCAN_FACTOR >= dpi)
      .reduce((sum, other) => sum + other.coverage, 0);
    if (coverage >= SCAN_COVERAGE) return dpi;
  }
  return null;
}

/** How far a page's size may differ from its scan's, in each direction, to be drawn pixel for pixel. */
const SNAP_SHARE = 0.01;

/**
 * Returns the scan's own size where one image fills the page and its pixels are square but for rounding, so that they
 * are drawn one to one; else the size given. The image may lie on its side.
 */
export function snapToScan(content: PageContent, size: { widthPx: number; heightPx: number }) {
  const isNear = (one: number, other: number) => Math.abs(one - other) <= Math.max(1.5, SNAP_SHARE * other);
  for (const { widthPx, heightPx } of content.images) {
    if (isNear(widthPx, size.widthPx) && isNear(heightPx, size.heightPx)) return { widthPx, heightPx };
    if (isNear(heightPx, size.widthPx) && isNear(widthPx, size.heightPx))
      return { widthPx: heightPx, heightPx: widthPx };
  }
  return size;
}
