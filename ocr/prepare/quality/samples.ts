import type { GreyImage } from '../../model/page.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { PageView } from './view.ts';

/** Cells of the grid from which samples are taken, across the shorter side. */
const CELLS_ACROSS = 12;
const MOST_SAMPLES = 24;
/** Share of each side that is left out: lids and torn edges lie there. */
const MARGIN_SHARE = 0.05;

/** A square piece of the page in full resolution. */
export interface Sample {
  readonly image: GreyImage;
  readonly x0: number;
  readonly y0: number;
  readonly sidePx: number;
}

/** Chooses the pieces of a page in which most is written or printed, by the small picture; the busiest first. */
export function takeSamples(kernel: Kernel, view: PageView): Sample[] {
  const small = kernel.read(view.small);
  const cellPx = Math.max(8, Math.floor(Math.min(small.widthPx, small.heightPx) / CELLS_ACROSS));
  const left = Math.round(small.widthPx * MARGIN_SHARE);
  const top = Math.round(small.heightPx * MARGIN_SHARE);
  const cells: { x: number; y: number; business: number }[] = [];
  for (let y = top; y + cellPx <= small.heightPx - top; y += cellPx) {
    for (let x = left; x + cellPx <= small.widthPx - left; x += cellPx) {
      cells.push({ x, y, business: businessOf(small, x, y, cellPx) });
    }
  }
  const busiest = cells.toSorted((one, other) => other.business - one.business).slice(0, MOST_SAMPLES);
  const { factor, image } = view;
  return busiest.map(({ x, y }) => ({ image, x0: x * factor, y0: y * factor, sidePx: cellPx * factor }));
}

/** Sum of the changes from pixel to pixel, across and down. */
function businessOf({ data, widthPx }: GreyImage, x0: number, y0: number, sidePx: number): number {
  let sum = 0;
  for (let y = y0; y < y0 + sidePx - 1; y++) {
    for (let x = x0; x < x0 + sidePx - 1; x++) {
      const at = y * widthPx + x;
      const level = data[at] ?? 0;
      sum += Math.abs(level - (data[at + 1] ?? 0)) + Math.abs(level - (data[at + widthPx] ?? 0));
    }
  }
  return sum;
}

/** Counts of the grey levels of a sample. */
export function histogramOf({ image, x0, y0, sidePx }: Sample): Uint32Array {
  const counts = new Uint32Array(256);
  for (let y = y0; y < y0 + sidePx; y++) {
    for (const level of image.data.subarray(y * image.widthPx + x0, y * image.widthPx + x0 + sidePx)) {
      counts[level] = (counts[level] ?? 0) + 1;
    }
  }
  return counts;
}
