import type { Point } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { type SheetSize, sheetPixels } from '../draw/raster.ts';

const paper = 255;
/** Prepared pages have white paper: what is clearly off white is ink, a faint hairline too. */
const inkLevel = 225;
/** Print is on nearly every copy; a bad scan or a cropped margin may hide it on a few. */
const printShare = 0.85;
/** Somewhere in each piece of print it is on all of them, which what many filled in alike hardly ever is. */
const surelyShare = 0.95;

/** Places are worked out this often along a row, and lie evenly in between. */
const stridePx = 16;

/** Draws a page as the layout would show it: `placeAt` takes millimetres of the sheet to pixels of the image. */
export function resample(image: GreyImage, placeAt: (place: Point) => Point, size: SheetSize, dpi: number): GreyImage {
  const { widthPx, heightPx } = sheetPixels(size, dpi);
  const placeOf = (x: number, y: number) =>
    placeAt({ x: ((x + 0.5) / widthPx) * size.widthMm, y: ((y + 0.5) / heightPx) * size.heightMm });
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    for (let left = 0; left < widthPx; left += stridePx) {
      const from = placeOf(left, y);
      const to = placeOf(left + stridePx, y);
      const stepX = (to.x - from.x) / stridePx;
      const stepY = (to.y - from.y) / stridePx;
      const end = Math.min(stridePx, widthPx - left);
      for (let i = 0; i < end; i += 1) {
        data[y * widthPx + left + i] = sampleAt(image, from.x + i * stepX - 0.5, from.y + i * stepY - 0.5);
      }
    }
  }
  return { data, widthPx, heightPx };
}

function sampleAt({ data, widthPx, heightPx }: GreyImage, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= widthPx || top + 1 >= heightPx) return paper;
  const at = top * widthPx + left;
  const across = x - left;
  const upper = (data[at] ?? paper) * (1 - across) + (data[at + 1] ?? paper) * across;
  const lower = (data[at + widthPx] ?? paper) * (1 - across) + (data[at + widthPx + 1] ?? paper) * across;
  return Math.round(upper + (lower - upper) * (y - top));
}

/**
 * Returns what copies of one page have in common: pieces of ink that nearly all copies have, grown from where all have it
 * (hysteresis as in J. Canny, A Computational Approach to Edge Detection, 1986). Their grey is the median of the copies;
 * all else is white.
 */
export function agreeOnPrint(copies: readonly GreyImage[]): GreyImage {
  const [first] = copies;
  if (first === undefined) throw new RangeError('no copies to agree');
  const counts = countInked(copies);
  const print = growPieces(counts, first.widthPx, Math.ceil(surelyShare * copies.length), printShare * copies.length);
  const data = new Uint8Array(first.data.length).fill(paper);
  const values = new Uint8Array(copies.length);
  for (const at of print) {
    for (let copy = 0; copy < copies.length; copy += 1) values[copy] = copies[copy]?.data[at] ?? paper;
    data[at] = values.sort()[(values.length - 1) >> 1] ?? paper;
  }
  return { ...first, data };
}

/** For each pixel the number of copies that have ink there. */
function countInked(copies: readonly GreyImage[]): Uint16Array {
  const counts = new Uint16Array(copies[0]?.data.length ?? 0);
  for (const { data } of copies) {
    for (let at = 0; at < counts.length; at += 1)
      if ((data[at] ?? paper) < inkLevel) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Pixels of at least `least` that hang together with one of at least `surely`. */
function growPieces(counts: Uint16Array, widthPx: number, surely: number, least: number): number[] {
  const around = [-widthPx - 1, -widthPx, -widthPx + 1, -1, 1, widthPx - 1, widthPx, widthPx + 1];
  const seen = new Uint8Array(counts.length);
  const pixels: number[] = [];
  for (let start = 0; start < counts.length; start += 1) {
    if ((counts[start] ?? 0) < surely || seen[start] === 1) continue;
    seen[start] = 1;
    pixels.push(start);
    for (let next = pixels.length - 1; next < pixels.length; next += 1) {
      for (const step of around) {
        const at = (pixels[next] ?? 0) + step;
        if ((counts[at] ?? 0) < least || seen[at] === 1) continue;
        seen[at] = 1;
        pixels.push(at);
      }
    }
  }
  return pixels;
}
