import type { GreyImage } from '../model/page.ts';
import { findTraces, type LeastShares } from './quality/traces.ts';

/** A streak's soft edge on either side. */
const edgeMm = 0.17;
/** How the page looks without it is seen in so many pixels beside. */
const besidePx = 2;
/** Along a streak its darkness is measured in stretches of this length. */
const stretchMm = 3;
/** What is darker than this share of the lightest beside a streak is no paper. */
const paperShare = 0.8;
const leastPaperRows = 8;
/** Where less light than this gets through, nothing can be told of what lies under a streak. */
const leastLight = 0.15;
/** No stretch of a streak is darker than this share of what is usual along it. */
const darkestShare = 0.6;
/** Where a column is lighter than this share of the paper beside it the streak is broken. */
const brokenLight = 0.95;
/** Streaks of a drum are broken here and there, but run over the margins, where no rule of a form does. */
const least: LeastShares = { share: 0.5, inMargins: 0.4 };

/**
 * Takes dark streaks out of a page that run down all of it, as a scratched drum or a speck on the glass draws them: the light that
 * each column lost is given back, so that what a streak crosses stays. Returns the page itself where there is none.
 */
export function withoutStreaks(image: GreyImage, pxPerMm: number): GreyImage {
  const streaks = findTraces(image, pxPerMm, least).filter(({ contrast }) => contrast < 0);
  if (streaks.length === 0) return image;
  const cleaned = { ...image, data: image.data.slice() };
  const edgePx = Math.max(1, Math.round(edgeMm * pxPerMm));
  const stretchPx = Math.round(stretchMm * pxPerMm);
  for (const { xPx, widthPx } of streaks) {
    const columns = { from: Math.max(0, xPx - edgePx), to: Math.min(image.widthPx, xPx + widthPx + edgePx) };
    const usual = usualLight(image, columns);
    for (let top = 0; top < image.heightPx; top += stretchPx) {
      lighten(cleaned, { columns, usual }, top, Math.min(image.heightPx, top + stretchPx));
    }
  }
  return cleaned;
}

interface Columns {
  readonly from: number;
  readonly to: number;
}

interface Streak {
  readonly columns: Columns;
  /** Share of the light that gets through in each column where there is any streak. */
  readonly usual: readonly number[];
}

function usualLight(image: GreyImage, columns: Columns): number[] {
  const shares = Array.from({ length: columns.to - columns.from }, (): number[] => []);
  for (let y = 0; y < image.heightPx; y++) {
    const beside = levelBeside(image, columns, y);
    shares.forEach((column, index) => {
      const share = (image.data[y * image.widthPx + columns.from + index] ?? 0) / Math.max(1, beside);
      if (share < brokenLight) column.push(share);
    });
  }
  return shares.map((column) => median(column));
}

function lighten(image: GreyImage, { columns, usual }: Streak, top: number, bottom: number): void {
  const { data, widthPx } = image;
  const beside = Float32Array.from({ length: bottom - top }, (_, row) => levelBeside(image, columns, top + row));
  const lightest = beside.reduce((most, level) => Math.max(most, level), 0);
  const paperRows = [...beside.keys()].filter((row) => (beside[row] ?? 0) >= paperShare * lightest);
  if (paperRows.length < leastPaperRows) return;
  for (let x = columns.from; x < columns.to; x++) {
    const shares = paperRows.map((row) => (data[(top + row) * widthPx + x] ?? 0) / Math.max(1, beside[row] ?? 1));
    // The stem of a letter that stands along the streak is darker than it.
    const light = Math.max(median(shares), darkestShare * (usual[x - columns.from] ?? 1));
    if (light >= 1) continue;
    for (let row = top; row < bottom; row++) {
      const at = row * widthPx + x;
      data[at] = light < leastLight ? (beside[row - top] ?? 0) : Math.min(255, (data[at] ?? 0) / light);
    }
  }
}

/** Mean of the pixels left and right of a streak. */
function levelBeside({ data, widthPx }: GreyImage, { from, to }: Columns, y: number): number {
  let [sum, count] = [0, 0];
  for (let step = 0; step < besidePx; step++) {
    for (const x of [from - 1 - step, to + step]) {
      if (x < 0 || x >= widthPx) continue;
      sum += data[y * widthPx + x] ?? 0;
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function median(values: number[]): number {
  values.sort((one, other) => one - other);
  return values[values.length >> 1] ?? 1;
}
