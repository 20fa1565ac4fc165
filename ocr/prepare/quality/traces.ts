import type { GreyImage } from '../../model/page.ts';
import type { StreakTrace } from '../../model/quality.ts';

/** Rows that are looked at. */
const ROWS = 300;
/** A streak is compared with the paper this far beside it. */
const BESIDE_MM = 0.7;
const LEAST_CONTRAST = 7;
const MARGIN_ROWS = 8;
/** In how many of the rows a line stands, 0 to 1. */
export interface LeastShares {
  /** Dirt on the glass draws down the whole page; where something dark is printed it does not show. */
  readonly share: number;
  /** Above the first and below the last printed line there is only paper, and a streak all the same. */
  readonly inMargins: number;
}
const lasting: LeastShares = { share: 0.85, inMargins: 0.75 };
const WIDEST_MM = 1.2;
const MOST_TRACES = 12;

/**
 * Finds upright lines that run down the whole page from its first row to its last, as a speck on the glass of a feeder
 * draws them. The pages around decide whether it is one (`confirmStreaks`).
 */
export function findTraces(image: GreyImage, pxPerMm: number, least: LeastShares = lasting): StreakTrace[] {
  const beside = Math.max(2, Math.round(BESIDE_MM * pxPerMm));
  const rows = rowsOf(image.heightPx);
  const columns = emptyColumns(image.widthPx);
  const isInMargin = (_: number, index: number) => index < MARGIN_ROWS || index >= rows.length - MARGIN_ROWS;
  sumRows(columns, image, rows.filter(isInMargin), beside);
  // Most pages have nothing in their margins that runs down.
  if (!hasAnyInMargins(columns, least)) return [];
  columns.darkerInMargins.set(columns.darker);
  columns.lighterInMargins.set(columns.lighter);
  const between = rows.slice(MARGIN_ROWS, Math.max(MARGIN_ROWS, rows.length - MARGIN_ROWS));
  sumRows(columns, image, between, beside);
  const found: StreakTrace[] = [];
  for (const sign of [-1, 1]) {
    const marked = (x: number) => isMarked(columns, x, sign, rows.length, least);
    for (let x = beside; x < image.widthPx - beside; x++) {
      if (!marked(x)) continue;
      const start = x;
      while (x < image.widthPx - beside && marked(x)) x += 1;
      if (x - start > WIDEST_MM * pxPerMm) continue;
      found.push({ xPx: start, widthPx: x - start, contrast: contrastAt(columns, start, x, rows.length) });
    }
  }
  return found.toSorted((one, other) => Math.abs(other.contrast) - Math.abs(one.contrast)).slice(0, MOST_TRACES);
}

interface Columns {
  /** Rows in which the column is darker, and lighter, than beside it. */
  readonly darker: Uint16Array;
  readonly lighter: Uint16Array;
  /** The same among the first and the last rows. */
  readonly darkerInMargins: Uint16Array;
  readonly lighterInMargins: Uint16Array;
  readonly sum: Int32Array;
}

function rowsOf(heightPx: number): number[] {
  const count = Math.min(ROWS, heightPx);
  return Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) * heightPx) / count));
}

function emptyColumns(widthPx: number): Columns {
  const counts = () => new Uint16Array(widthPx);
  return {
    ...{ darker: counts(), lighter: counts(), darkerInMargins: counts(), lighterInMargins: counts() },
    sum: new Int32Array(widthPx),
  };
}

/** Adds some rows of the image to what is known of its columns, margins aside. */
function sumRows(columns: Columns, { data, widthPx }: GreyImage, rows: readonly number[], beside: number): void {
  for (const row of rows) {
    const line = data.subarray(row * widthPx, (row + 1) * widthPx);
    for (let x = beside; x < widthPx - beside; x++) {
      const level = line[x] ?? 0;
      // Darker than both sides, or lighter than both: the edge of a dark area is neither.
      const left = level - (line[x - beside] ?? 0);
      const right = level - (line[x + beside] ?? 0);
      const isDarker = left <= -LEAST_CONTRAST && right <= -LEAST_CONTRAST;
      const isLighter = left >= LEAST_CONTRAST && right >= LEAST_CONTRAST;
      if (!isDarker && !isLighter) continue;
      columns.sum[x] = (columns.sum[x] ?? 0) + (left + right) / 2;
      bump(isDarker ? columns.darker : columns.lighter, x);
    }
  }
}

/** Of columns of which the margins alone are known. */
function hasAnyInMargins({ darker, lighter }: Columns, { inMargins }: LeastShares): boolean {
  const isEnough = (count: number) => count >= inMargins * 2 * MARGIN_ROWS;
  return darker.some(isEnough) || lighter.some(isEnough);
}

function bump(counts: Uint16Array, x: number): void {
  counts[x] = (counts[x] ?? 0) + 1;
}

function isMarked(columns: Columns, x: number, sign: number, rows: number, least: LeastShares): boolean {
  const count = (sign < 0 ? columns.darker : columns.lighter)[x] ?? 0;
  const inMargins = (sign < 0 ? columns.darkerInMargins : columns.lighterInMargins)[x] ?? 0;
  return count >= least.share * rows && inMargins >= least.inMargins * 2 * MARGIN_ROWS;
}

function contrastAt({ sum }: Columns, from: number, to: number, rows: number): number {
  return Math.round(sum.subarray(from, to).reduce((total, value) => total + value, 0) / ((to - from) * rows));
}
