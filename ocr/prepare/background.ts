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
  const lightest = mostNear(mostNear(cells, 'across', PAPER_REACH), 'down', PAPER_REACH);
  const smooth = meanNear(meanNear(lightest, 'across', BLUR_REACH), 'down', BLUR_REACH);
  const floor = DARKEST_PAPER_SHARE * percentile(smooth.data, PAPER_PERCENTILE);
  return kernel.load({ ...smooth, data: smooth.data.map((level) => Math.max(1, floor, level)) });
}

type Direction = 'across' | 'down';

/** Replaces each value by the largest of its neighbours up to `reach` away in one direction. */
function mostNear(image: GreyImage, direction: Direction, reach: number): GreyImage {
  const { data, widthPx, heightPx } = image;
  const { along, lines, step, lineStep } = walk(image, direction);
  const result = new Uint8Array(data.length);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    for (let at = 0; at < along; at++) {
      const to = start + Math.min(along - 1, at + reach) * step;
      let most = 0;
      for (let near = start + Math.max(0, at - reach) * step; near <= to; near += step) {
        const value = data[near] ?? 0;
        if (value > most) most = value;
      }
      result[start + at * step] = most;
    }
  }
  return { data: result, widthPx, heightPx };
}

/** Replaces each value by the mean of its neighbours up to `reach` away in one direction. */
function meanNear(image: GreyImage, direction: Direction, reach: number): GreyImage {
  const { data, widthPx, heightPx } = image;
  const { along, lines, step, lineStep } = walk(image, direction);
  const result = new Uint8Array(data.length);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    let [sum, count, ahead] = [0, 0, 0];
    for (let at = 0; at < along; at++) {
      for (; ahead < along && ahead <= at + reach; ahead++, count++) sum += data[start + ahead * step] ?? 0;
      if (at > reach) {
        sum -= data[start + (at - reach - 1) * step] ?? 0;
        count--;
      }
      result[start + at * step] = sum / count;
    }
  }
  return { data: result, widthPx, heightPx };
}

/** How to go over a picture in lines of one direction: how long and how many they are, and the steps in them and between them. */
function walk({ widthPx, heightPx }: GreyImage, direction: Direction) {
  return direction === 'across'
    ? { along: widthPx, lines: heightPx, step: 1, lineStep: widthPx }
    : { along: heightPx, lines: widthPx, step: widthPx, lineStep: 1 };
}

function percentile(values: Uint8Array, share: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
