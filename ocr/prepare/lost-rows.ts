import type { GreyImage } from '../model/page.ts';

/** A row that was lost on its way runs on to an edge of the page, over a margin that is this wide. */
const marginMm = 5;
/** It is thinner than this. */
const thickestMm = 1;
/** Darker than above and below by this, in so much of the margin. */
const leastContrast = 60;
const leastShare = 0.9;

/**
 * Takes dark rows out of a page that run on to its left or right edge, as faults of a line leave them in a fax. Each pixel becomes
 * the mean of those above and below the row, so that strokes that it crosses go on. Returns the page itself where there are none.
 */
export function withoutLostRows(image: GreyImage, pxPerMm: number): GreyImage {
  const rows = darkRows(image, pxPerMm);
  if (rows.length === 0) return image;
  const mended = { ...image, data: image.data.slice() };
  for (const { top, bottom } of rows) mend(mended, top, bottom);
  return mended;
}

interface Rows {
  readonly top: number;
  /** The first row below. */
  readonly bottom: number;
}

function darkRows({ data, widthPx, heightPx }: GreyImage, pxPerMm: number): Rows[] {
  const marginPx = Math.round(marginMm * pxPerMm);
  const thickest = Math.max(1, Math.round(thickestMm * pxPerMm));
  const counts = new Uint16Array(256);
  const levels = [0, widthPx - marginPx].map((left) =>
    Uint8Array.from({ length: heightPx }, (_, y) => darkest(data, y * widthPx + left, marginPx, counts)),
  );
  const found: Rows[] = [];
  for (const level of levels) {
    for (let top = 1; top < heightPx - 1; top += 1) {
      const limit = (level[top - 1] ?? 0) - leastContrast;
      let bottom = top;
      while (bottom < heightPx && bottom - top <= thickest && (level[bottom] ?? 255) <= limit) bottom += 1;
      const below = level[bottom] ?? 0;
      if (bottom === top || bottom - top > thickest || below - (level[top] ?? 0) < leastContrast) continue;
      found.push({ top, bottom });
      top = bottom;
    }
  }
  return found;
}

/** The level that so much of a stretch does not exceed. `counts` holds none of any level, before and after. */
function darkest(data: Uint8Array, from: number, length: number, counts: Uint16Array): number {
  for (let at = from; at < from + length; at += 1) counts[data[at] ?? 0] = (counts[data[at] ?? 0] ?? 0) + 1;
  let lighter = length - Math.floor(leastShare * (length - 1));
  let level = counts.length - 1;
  while (level > 0 && (counts[level] ?? 0) < lighter) {
    lighter -= counts[level] ?? 0;
    level -= 1;
  }
  for (let at = from; at < from + length; at += 1) counts[data[at] ?? 0] = 0;
  return level;
}

function mend({ data, widthPx, heightPx }: GreyImage, top: number, bottom: number): void {
  const [above, below] = [Math.max(0, top - 1) * widthPx, Math.min(heightPx - 1, bottom) * widthPx];
  for (let x = 0; x < widthPx; x += 1) {
    const level = ((data[above + x] ?? 255) + (data[below + x] ?? 255)) / 2;
    for (let at = top * widthPx + x; at < bottom * widthPx; at += widthPx)
      if ((data[at] ?? 255) < level) data[at] = level;
  }
}
