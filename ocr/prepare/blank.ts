import type { GreyImage } from '../model/page.ts';
import type { Component, Kernel, Plane } from './kernel/kernel.ts';

/** Ink is darker than paper by this much at least, and by this many deviations of the paper's own noise. */
const LEAST_CONTRAST = 14;
const NOISE_DEVIATIONS = 5;
/** The median deviation of normally spread values, times this, is their standard deviation. */
const MEDIAN_TO_STANDARD = 1.4826;
/** What varies more than this is no paper: a photograph or a failed scan. */
const MOST_NOISE = 8;
/** A page darker than this all over is no blank sheet but a failed scan: a person should see it. */
const DARKEST_BLANK = 60;
/** Share of each side in which torn edges, lids and staples are passed over. */
const MARGIN_SHARE = 0.03;
/** A capital or a figure extends over this share of the page's longer side: 2 mm of an A4 page. One is enough. */
const CAPITAL_SHARE = 0.0067;
/** Small letters and specks extend over this share: 1.2 mm. A few may be specks. */
const SMALL_SHARE = 0.004;
const MOST_SMALL = 3;
/** In pictures of few pixels the shares come to nothing. */
const LEAST_EXTENT_PX = 3;
/** In the middle of the page this share of ink is more than specks. */
const MIDDLE_SHARE = 0.6;
const MIDDLE_INK_SHARE = 0.0015;
/** Punch holes are round, filled, 4 to 10 mm large and this near to an edge, as shares of the longer side. */
const HOLE_SIZE_SHARE = { least: 0.013, most: 0.035 };
const HOLE_EDGE_SHARE = 0.09;
const HOLE_ASPECT = 1.35;
const HOLE_FILL = 0.7;

/**
 * Tells whether a page holds nothing written or printed: at most a few specks, punch holes, dark edges, or the shadow
 * of the other side. Errs on the side of "written", since a page called blank is read no further.
 *
 * @param small the page with its background divided out, about 1000 pixels on its longer side
 * @param medianLevel the page's median level before that
 */
export function isBlank(kernel: Kernel, small: Plane, medianLevel: number): boolean {
  if (medianLevel < DARKEST_BLANK) return false;
  const { paper, noise } = measurePaper(kernel.histogram(small));
  if (noise > MOST_NOISE) return false;
  const threshold = Math.max(1, Math.round(paper - Math.max(LEAST_CONTRAST, NOISE_DEVIATIONS * noise)));
  const components = kernel.components(small, threshold);
  if (components === null) return false;
  const longer = Math.max(small.widthPx, small.heightPx);
  const extents = components.filter((component) => isInk(component, small)).map(extentOf);
  const beyond = (share: number) => extents.filter((extent) => extent >= Math.max(LEAST_EXTENT_PX, share * longer));
  if (beyond(CAPITAL_SHARE).length > 0 || beyond(SMALL_SHARE).length > MOST_SMALL) return false;
  return middleInk(kernel.read(small), threshold) <= MIDDLE_INK_SHARE;
}

/** Measures the level of the paper and how much it varies by itself. */
function measurePaper(histogram: Uint32Array): { paper: number; noise: number } {
  const paper = medianLevelOf(histogram);
  const deviations = new Uint32Array(256);
  for (const [level, count] of histogram.entries()) {
    const distance = Math.abs(level - paper);
    deviations[distance] = (deviations[distance] ?? 0) + count;
  }
  return { paper, noise: MEDIAN_TO_STANDARD * medianLevelOf(deviations) };
}

/** Returns the median of the levels counted in a histogram. */
export function medianLevelOf(histogram: Uint32Array): number {
  const half = histogram.reduce((total, count) => total + count, 0) / 2;
  let below = 0;
  for (const [level, count] of histogram.entries()) {
    below += count;
    if (below > half) return level;
  }
  return 255;
}

function middleInk({ data, widthPx, heightPx }: GreyImage, threshold: number): number {
  const left = Math.floor((widthPx * (1 - MIDDLE_SHARE)) / 2);
  const top = Math.floor((heightPx * (1 - MIDDLE_SHARE)) / 2);
  let ink = 0;
  for (let y = top; y < heightPx - top; y++) {
    for (let x = left; x < widthPx - left; x++) {
      if ((data[y * widthPx + x] ?? 255) < threshold) ink += 1;
    }
  }
  return ink / ((widthPx - 2 * left) * (heightPx - 2 * top));
}

function extentOf({ x0, y0, x1, y1 }: Component): number {
  return Math.max(x1 - x0, y1 - y0);
}

/** Whether a component lies inside the page and is no punch hole. */
function isInk(component: Component, page: Plane): boolean {
  const { x0, y0, x1, y1 } = component;
  const { widthPx, heightPx } = page;
  const marginX = widthPx * MARGIN_SHARE;
  const marginY = heightPx * MARGIN_SHARE;
  const isInside = x0 >= marginX && x1 <= widthPx - marginX && y0 >= marginY && y1 <= heightPx - marginY;
  return isInside && !isHole(component, page);
}

function isHole({ x0, y0, x1, y1, area }: Component, { widthPx, heightPx }: Plane): boolean {
  const longer = Math.max(widthPx, heightPx);
  const width = x1 - x0;
  const height = y1 - y0;
  const isRound =
    Math.max(width, height) <= HOLE_ASPECT * Math.min(width, height) && area >= HOLE_FILL * width * height;
  const size = Math.max(width, height) / longer;
  const isHoleSized = size >= HOLE_SIZE_SHARE.least && size <= HOLE_SIZE_SHARE.most;
  const edge = Math.min(x0, y0, widthPx - x1, heightPx - y1);
  return isRound && isHoleSized && edge <= HOLE_EDGE_SHARE * longer;
}
