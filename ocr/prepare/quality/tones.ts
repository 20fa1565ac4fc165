import type { CaptureDemands, QualityFinding } from '../../model/quality.ts';
import type { PageView } from './view.ts';

const WHITE = 255;
/** The lightest tenth of a page is paper, on a form full of photographs too. */
const PAPER_SHARE = 0.9;
/** Paper darker than this share of white: brown wrapping paper in daylight is lighter. */
const DARKEST_PAPER_PERCENT = 45;

/** Finds pages that are too dark as a whole, and tones at the end of the scale where they have to be kept. */
export function judgeTones({ histogram, bilevel }: PageView, { mostClippedShare }: CaptureDemands): QualityFinding[] {
  if (bilevel) return [];
  const findings: QualityFinding[] = [];
  const paperPercent = (100 * percentile(histogram, PAPER_SHARE)) / WHITE;
  const whole = { unit: 'percent', boxPx: null } as const;
  if (paperPercent < DARKEST_PAPER_PERCENT) {
    findings.push({ code: 'too-dark', value: paperPercent, limit: DARKEST_PAPER_PERCENT, ...whole });
  }
  if (mostClippedShare === null) return findings;
  const limit = 100 * mostClippedShare;
  const total = histogram.reduce((sum, count) => sum + count, 0);
  const white = (100 * (histogram[WHITE] ?? 0)) / total;
  const black = (100 * (histogram[0] ?? 0)) / total;
  if (white > limit) findings.push({ code: 'clipped-highlights', value: white, limit, ...whole });
  if (black > limit) findings.push({ code: 'clipped-shadows', value: black, limit, ...whole });
  return findings;
}

/** The level below which this share of the counted pixels lies. */
export function percentile(histogram: Uint32Array, share: number): number {
  const wanted = histogram.reduce((sum, count) => sum + count, 0) * share;
  let below = 0;
  for (const [level, count] of histogram.entries()) {
    below += count;
    if (below >= wanted) return level;
  }
  return WHITE;
}
