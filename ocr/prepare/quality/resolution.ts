import type { CapturedPage } from '../../model/page.ts';
import type { CaptureDemands, CaptureOrder, QualityFinding } from '../../model/quality.ts';

const MM_PER_IN = 25.4;
/** Scanners round; within this a resolution is the one that is demanded. */
const TOLERANCE = 0.97;
/** A page of this proportion, to within the tolerance, is the sheet that was asked for. */
const SAME_PROPORTION = 0.04;
/** Beyond this a stated resolution is wrong, not rounded. */
const MISSTATED = 0.08;
/** A sheet of half the area has the same proportion at 0.707 of the size: a scanner that crops, and no lie. */
const HALF_SHEET = Math.SQRT1_2;
const HALF_SHEET_TOLERANCE = 0.03;

/** What is known of a page's resolution, in pixels per inch. */
export interface Resolution {
  /** As the pixels on the paper make it, or as the file states where the paper's size is not known; null when neither is. */
  readonly ppi: number | null;
  /** As the file states. */
  readonly stated: number | null;
}

/** Works out a page's resolution from its pixels and the paper that the scanner was asked for. */
export function resolve({ image, dpi }: CapturedPage, order: CaptureOrder | null): Resolution {
  const measured = measure(image, order);
  if (measured === null) return { ppi: dpi, stated: dpi };
  const nominal = dpi ?? order?.resolutionDpi ?? measured;
  const isCropped = Math.abs(measured / nominal / HALF_SHEET - 1) < HALF_SHEET_TOLERANCE;
  const isAsStated = Math.abs(measured / nominal - 1) <= MISSTATED;
  return { ppi: isCropped || isAsStated ? nominal : measured, stated: dpi };
}

/** Pixels per inch of the paper that was asked for, where the page has its proportion. */
function measure(image: CapturedPage['image'], order: CaptureOrder | null): number | null {
  if (order === null || order.paperMm === null) return null;
  const [shorterMm, longerMm] = order.paperMm;
  const shorterPx = Math.min(image.widthPx, image.heightPx);
  const longerPx = Math.max(image.widthPx, image.heightPx);
  const proportion = longerPx / shorterPx / (longerMm / shorterMm);
  return Math.abs(proportion - 1) > SAME_PROPORTION ? null : (longerPx / longerMm) * MM_PER_IN;
}

/** Holds a resolution to what is demanded and to what the file states. */
export function judgeResolution({ ppi, stated }: Resolution, { leastDpi }: CaptureDemands): QualityFinding[] {
  const findings: QualityFinding[] = [];
  if (ppi === null) return findings;
  const whole = { unit: 'ppi', boxPx: null } as const;
  if (leastDpi !== null && ppi < leastDpi * TOLERANCE) {
    findings.push({ code: 'resolution-too-low', value: Math.round(ppi), limit: leastDpi, ...whole });
  }
  if (stated !== null && Math.abs(ppi / stated - 1) > MISSTATED) {
    findings.push({ code: 'resolution-misstated', value: Math.round(ppi), limit: Math.round(stated), ...whole });
  }
  return findings;
}
