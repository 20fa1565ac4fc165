import type { Component, Kernel, Plane } from './kernel/kernel.ts';

/** Ink this much darker than paper counts; paper is 255 after the background is divided out. */
const INK_THRESHOLD = 225;
/** Share of each side where scanner lids, punch holes and staples are passed over. */
const MARGIN_SHARE = 0.06;
/** Strokes of writing are at least this long and this thin, relative to the page's longer side. */
const LEAST_EXTENT_SHARE = 0.005;
/** Blank pages have at most this many strokes. */
const MOST_STROKES = 3;

/**
 * Tells whether a page holds nothing written or printed. Errs on the side of "written": a page called blank is read
 * no further. `small` is the page with its background divided out, about 1000 pixels on its longer side.
 */
export function isBlank(kernel: Kernel, small: Plane): boolean {
  const components = kernel.components(small, INK_THRESHOLD);
  if (components === null) return false;
  return components.filter((component) => isStroke(component, small)).length <= MOST_STROKES;
}

function isStroke({ x0, y0, x1, y1 }: Component, { widthPx, heightPx }: Plane): boolean {
  const insideX = x1 > widthPx * MARGIN_SHARE && x0 < widthPx * (1 - MARGIN_SHARE);
  const insideY = y1 > heightPx * MARGIN_SHARE && y0 < heightPx * (1 - MARGIN_SHARE);
  const extent = Math.max(x1 - x0, y1 - y0);
  return insideX && insideY && extent >= LEAST_EXTENT_SHARE * Math.max(widthPx, heightPx);
}
