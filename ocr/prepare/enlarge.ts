import type { Size } from './placement.ts';

/** Height of capitals at which reading is best, and the range that is left as it is. */
const CAPITAL_PX = 30;
const SMALLEST_CAPITAL_PX = 21;
const LARGEST_CAPITAL_PX = 45;
const GOOD_DPI = 300;
const LOW_DPI = 180;
const HIGH_DPI = 450;
/** Letters lower than this are worth more pixels than a scan of good resolution gives them. */
const SMALL_CAPITAL_MM = 1.3;
const MM_PER_INCH = 25.4;
/** Scanners and cameras state resolutions in this range, and paper has a longer side in the second. */
const CREDIBLE_DPI = { least: 150, most: 650 } as const;
const PAPER_SIDE_MM = { least: 120, most: 450 } as const;
const LARGEST_FACTOR = 4;
const SMALLEST_FACTOR = 0.25;
/** Pixels that an enlarged page may have. */
const MAX_PREPARED_PX = 20_000_000;
/** Sides of paper are in these proportions, from Letter to Legal, and an A4 page is this many inches high. */
const PAPER_RATIO = { least: 1.25, most: 1.7 } as const;
const PAPER_HEIGHT_INCHES = 11.69;
/** No page is larger: a stated resolution that would make it so is a default of the writing program. */
const LARGEST_PAGE_INCHES = 24;
const SMALLEST_PAGE_INCHES = 2;

/** Resolution of a page in pixels per inch: stated if that gives a sensible size, else that of A4, else by letters. */
export function estimateDpi(stated: number | null, size: Size, capitalHeightPx: number | null): number {
  const longer = Math.max(size.widthPx, size.heightPx);
  const shorter = Math.min(size.widthPx, size.heightPx);
  if (stated !== null && longer / stated <= LARGEST_PAGE_INCHES && longer / stated >= SMALLEST_PAGE_INCHES)
    return stated;
  const ratio = longer / shorter;
  if (ratio >= PAPER_RATIO.least && ratio <= PAPER_RATIO.most) return longer / PAPER_HEIGHT_INCHES;
  return capitalHeightPx === null ? GOOD_DPI : (GOOD_DPI * capitalHeightPx) / CAPITAL_PX;
}

/** What decides how far a page is enlarged. */
export interface Scale {
  readonly dpi: number;
  /** Whether `dpi` is what the file states and makes the page one of paper: see `isCredible`. */
  readonly credible: boolean;
  readonly capitalHeightPx: number | null;
}

/** Whether a stated resolution is that of a scanner or camera, and makes the page as large as paper is. */
export function isCredible(stated: number | null, { widthPx, heightPx }: Size): boolean {
  if (stated === null || stated < CREDIBLE_DPI.least || stated > CREDIBLE_DPI.most) return false;
  const longerMm = (Math.max(widthPx, heightPx) / stated) * MM_PER_INCH;
  return longerMm >= PAPER_SIDE_MM.least && longerMm <= PAPER_SIDE_MM.most;
}

/** Factor by which a page is enlarged for reading: a credible resolution decides, else letters, else any resolution. */
export function chooseFactor(scale: Scale, size: Size): number {
  const wanted = wantedFactor(scale);
  if (wanted === 1) return 1;
  const largest = Math.sqrt(MAX_PREPARED_PX / (size.widthPx * size.heightPx));
  const factor = Math.min(LARGEST_FACTOR, Math.max(SMALLEST_FACTOR, wanted));
  return factor > 1 ? Math.max(1, Math.min(factor, largest)) : factor;
}

function wantedFactor({ dpi, credible, capitalHeightPx }: Scale): number {
  if (capitalHeightPx === null) return dpi < LOW_DPI || dpi > HIGH_DPI ? GOOD_DPI / dpi : 1;
  const byLetters = CAPITAL_PX / capitalHeightPx;
  if (capitalHeightPx < SMALLEST_CAPITAL_PX) {
    const isSmallPrint = (capitalHeightPx / dpi) * MM_PER_INCH < SMALL_CAPITAL_MM;
    return credible && !isSmallPrint ? Math.max(1, Math.min(byLetters, GOOD_DPI / dpi)) : byLetters;
  }
  return capitalHeightPx > LARGEST_CAPITAL_PX && dpi > HIGH_DPI ? byLetters : 1;
}
