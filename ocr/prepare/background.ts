import type { GreyImage } from '../model/page.ts';
import type { Kernel, Plane } from './kernel/kernel.ts';

/** Cells across the shorter side of a page: 16 pixels each on an A4 page at 300 dpi, far wider than a pen stroke. */
const CELLS_ACROSS = 155;
/** Reach of the search for paper around a cell, in cells: wide enough to look past a heading or a filled box. */
const PAPER_REACH = 3;
const BLUR_REACH = 4;
/** Nothing is taken for paper that is darker than this share of the page's paper: scanner lids, filled areas. */
const DARKEST_PAPER_SHARE = 0.4;
const PAPER_PERCENTILE = 0.9;

/**
 * Estimates the paper behind the ink: the lightest matter around each place, smoothed. Returns a coarse picture that
 * spans the same area, for `divideByBackground`.
 */
export function estimateBackground(kernel: Kernel, page: Plane): Plane {
  const shorter = Math.min(page.widthPx, page.heightPx);
  const factor = Math.max(1, Math.round(shorter / (2 * CELLS_ACROSS)));
  const cells = kernel.scope(() => kernel.read(kernel.maxDown2(kernel.boxDown(page, factor))));
  const lightest = slide(slide(cells, 'across', PAPER_REACH, 'most'), 'down', PAPER_REACH, 'most');
  const smooth = slide(slide(lightest, 'across', BLUR_REACH, 'mean'), 'down', BLUR_REACH, 'mean');
  const floor = DARKEST_PAPER_SHARE * percentile(smooth.data, PAPER_PERCENTILE);
  return kernel.load({ ...smooth, data: smooth.data.map((level) => Math.max(1, floor, level)) });
}

/** Replaces each value by the largest or the mean of its neighbours up to `reach` away in one direction. */
function slide(image: GreyImage, direction: 'across' | 'down', reach: number, kind: 'most' | 'mean'): GreyImage {
  const { data, widthPx, heightPx } = image;
  const along = direction === 'across' ? widthPx : heightPx;
  const lines = direction === 'across' ? heightPx : widthPx;
  const step = direction === 'across' ? 1 : widthPx;
  const lineStep = direction === 'across' ? widthPx : 1;
  const result = new Uint8Array(data.length);
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < along; at++) {
      const from = Math.max(0, at - reach);
      const to = Math.min(along - 1, at + reach);
      let most = 0;
      let sum = 0;
      for (let near = from; near <= to; near++) {
        const value = data[line * lineStep + near * step] ?? 0;
        if (value > most) most = value;
        sum += value;
      }
      result[line * lineStep + at * step] = kind === 'most' ? most : sum / (to - from + 1);
    }
  }
  return { data: result, widthPx, heightPx };
}

function percentile(values: Uint8Array, share: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
