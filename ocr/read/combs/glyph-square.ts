import type { GreyImage } from '../../model/page.ts';
import type { Glyph } from './glyphs.ts';

/** Side of the picture that a character network sees. */
export const squarePx = 32;
const insidePx = 28;
/** What is smaller than this on paper is not enlarged to full size, so that a full stop does not become an O. */
const leastSizeMm = 1.4;
const edgePx = 1;

/**
 * Draws one glyph with its soft edge into the middle of a square, its longer side 28 of 32 pixels. Rows from the top, 0 is
 * paper, 255 ink.
 */
export function squareOf(grey: GreyImage, glyph: Glyph, pxPerMm: number): Uint8Array {
  return fitIntoSquare(inkOf(grey, glyph), leastSizeMm * pxPerMm);
}

/** Scales a picture, 0 for paper and 255 for ink, by areas. It is taken for at least `leastSizePx` wide or high. */
export function fitIntoSquare({ data, widthPx, heightPx }: GreyImage, leastSizePx = 0): Uint8Array {
  const scale = insidePx / Math.max(widthPx, heightPx, leastSizePx);
  const columns = coverage(widthPx, scale);
  const rows = coverage(heightPx, scale);
  const square = new Uint8Array(squarePx * squarePx);
  for (const row of rows) {
    for (const column of columns) {
      let sum = 0;
      let area = 0;
      // By index: a comb has a thousand such squares, and iterators would take three times as long.
      for (let y = 0; y < row.shares.length; y += 1) {
        const yShare = row.shares[y] ?? 0;
        const from = (row.first + y) * widthPx + column.first;
        for (let x = 0; x < column.shares.length; x += 1) {
          const xShare = column.shares[x] ?? 0;
          sum += (data[from + x] ?? 0) * xShare * yShare;
          area += xShare * yShare;
        }
      }
      square[row.target * squarePx + column.target] = Math.round((sum * row.inside * column.inside) / area);
    }
  }
  return square;
}

interface Coverage {
  readonly target: number;
  /** Share of the target pixel that the picture covers. */
  readonly inside: number;
  /** The first source pixel under it, and how much of that and of each that follows. */
  readonly first: number;
  readonly shares: readonly number[];
}

/** Which source pixels lie under each pixel of the square, along one direction. */
function coverage(lengthPx: number, scale: number): Coverage[] {
  const offset = (squarePx - lengthPx * scale) / 2;
  return Array.from({ length: squarePx }, (_, target): Coverage => {
    const from = Math.max(0, (target - offset) / scale);
    const to = Math.min(lengthPx, (target + 1 - offset) / scale);
    const first = Math.floor(from);
    const shares: number[] = [];
    for (let at = first; at < to; at += 1) shares.push(Math.min(to, at + 1) - Math.max(from, at));
    return { target, inside: Math.max(0, to - from) * scale, first, shares };
  }).filter(({ inside, shares }) => inside > 0 && shares.length > 0);
}

/** The glyph's own ink and its soft edge, cut out of its surroundings. */
function inkOf(grey: GreyImage, { box, pixels }: Glyph): GreyImage {
  const [x0, y0] = [box[0] - edgePx, box[1] - edgePx];
  const widthPx = box[2] - box[0] + 2 * edgePx;
  const heightPx = box[3] - box[1] + 2 * edgePx;
  const data = new Uint8Array(widthPx * heightPx);
  for (let index = 0; index < pixels.length; index += 1) {
    const at = pixels[index] ?? 0;
    const x = at % grey.widthPx;
    const y = (at - x) / grey.widthPx;
    for (let ny = Math.max(0, y - edgePx); ny <= Math.min(grey.heightPx - 1, y + edgePx); ny += 1) {
      for (let nx = Math.max(0, x - edgePx); nx <= Math.min(grey.widthPx - 1, x + edgePx); nx += 1) {
        data[(ny - y0) * widthPx + nx - x0] = 255 - (grey.data[ny * grey.widthPx + nx] ?? 255);
      }
    }
  }
  return { data, widthPx, heightPx };
}
