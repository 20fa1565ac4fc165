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

function darkRows(image: GreyImage, pxPerMm: number): Rows[] {
  const marginPx = Math.round(marginMm * pxPerMm);
  const thickest = Math.max(1, Math.round(thickestMm * pxPerMm));
  return [0, image.widthPx - marginPx].flatMap((left) => darkRowsOf(image, { left, widthPx: marginPx }, thickest));
}

interface Margin {
  readonly left: number;
  readonly widthPx: number;
}

function darkRowsOf(image: GreyImage, margin: Margin, thickest: number): Rows[] {
  const counts = new Uint16Array(256);
  const levelOf = (row: number) => darkest(image.data, row * image.widthPx + margin.left, margin.widthPx, counts);
  const found: Rows[] = [];
  for (let top = 1; top < image.heightPx - 1; top += 1) {
    if (isLight(image, margin, top)) continue;
    const limit = levelOf(top - 1) - leastContrast;
    let bottom = top;
    while (bottom < image.heightPx && bottom - top <= thickest && levelOf(bottom) <= limit) bottom += 1;
    if (bottom === top || bottom - top > thickest || bottom === image.heightPx) continue;
    if (levelOf(bottom) - levelOf(top) < leastContrast) continue;
    found.push({ top, bottom });
    top = bottom;
  }
  return found;
}

/** Whether a row is too light in its margin to be darker than white paper by enough: known of most rows by their first few pixels. */
function isLight({ data, widthPx }: GreyImage, margin: Margin, row: number): boolean {
  const from = row * widthPx + margin.left;
  let mayBeLight = margin.widthPx - Math.floor(leastShare * (margin.widthPx - 1));
  for (let at = from; at < from + margin.widthPx; at += 1) {
    if ((data[at] ?? 255) > 255 - leastContrast) mayBeLight -= 1;
    if (mayBeLight === 0) return true;
  }
  return false;
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
