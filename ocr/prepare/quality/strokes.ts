import type { QualityFinding } from '../../model/quality.ts';
import { histogramOf, type Sample } from './samples.ts';
import { percentile } from './tones.ts';

const WHITE = 255;
/** In a busy piece of a page at least this share is ink, and this share paper. */
const INK_SHARE = 0.02;
const PAPER_SHARE = 0.8;
/** Of the pieces of a page, the one whose contrast as many surpass as stay behind of its better half. */
const CONTRAST_RANK = 0.25;
/** Ink that stands out by less than this is not read reliably. */
const LEAST_CONTRAST_PERCENT = 18;
/** Pieces without ink, where edges are those of the paper's grain. */
const LEAST_EDGE_CONTRAST = 40;
/** An edge goes from paper to ink, or nearly: what is less is the shoulder of something. */
const EDGE_RISE_SHARE = 0.6;
/** The sharpest fifth of all edges speaks for the optics; a soft pencil or a stamp does not. */
const SHARP_SHARE = 0.2;
const LEAST_EDGES = 200;
/** Wider edges than this, and of more pixels than these, are blurred. */
const WIDEST_EDGE_MM = 0.35;
const WIDEST_EDGE_PX = 2.2;

interface Contrast {
  readonly sample: Sample;
  readonly levels: number;
}

/** Finds writing that is too faint or blurred, in pieces of the page at full resolution. */
export function judgeStrokes(samples: readonly Sample[], pxPerMm: number): QualityFinding[] {
  const contrasts = samples
    .map((sample) => ({ sample, levels: contrastOf(sample) }))
    .toSorted((one, other) => other.levels - one.levels);
  const typical = contrasts[Math.floor(contrasts.length * CONTRAST_RANK)];
  if (typical === undefined) return [];
  const percent = (100 * typical.levels) / WHITE;
  if (percent < LEAST_CONTRAST_PERCENT) {
    return [{ code: 'too-faint', value: percent, limit: LEAST_CONTRAST_PERCENT, unit: 'percent', boxPx: null }];
  }
  return judgeSharpness(contrasts, pxPerMm);
}

function contrastOf(sample: Sample): number {
  const histogram = histogramOf(sample);
  return percentile(histogram, PAPER_SHARE) - percentile(histogram, INK_SHARE);
}

function judgeSharpness(contrasts: readonly Contrast[], pxPerMm: number): QualityFinding[] {
  const widthPx = edgeWidthPx(contrasts);
  if (widthPx === null) return [];
  const widthMm = widthPx / pxPerMm;
  if (widthMm <= WIDEST_EDGE_MM || widthPx <= WIDEST_EDGE_PX) return [];
  return [{ code: 'blurred', value: widthMm, limit: WIDEST_EDGE_MM, unit: 'mm', boxPx: null }];
}

/**
 * Width of the sharpest edges between paper and ink, in pixels: the rise of an edge over its steepest step, which is 1 for
 * a perfect edge and 2.5 times the deviation of a Gaussian blur. The worse of the two directions, because a slipping feeder
 * blurs in one. Null where the page has too few edges to tell.
 */
export function edgeWidthPx(contrasts: readonly Contrast[]): number | null {
  const across: number[] = [];
  const down: number[] = [];
  for (const { sample, levels } of contrasts) {
    if (levels < LEAST_EDGE_CONTRAST) continue;
    const { image, x0, y0, sidePx } = sample;
    const origin = y0 * image.widthPx + x0;
    const least = EDGE_RISE_SHARE * levels;
    for (let line = 0; line < sidePx; line += 2) {
      collectEdges(image.data, { start: origin + line * image.widthPx, step: 1, count: sidePx }, least, across);
      collectEdges(image.data, { start: origin + line, step: image.widthPx, count: sidePx }, least, down);
    }
  }
  if (Math.min(across.length, down.length) < LEAST_EDGES) return null;
  return Math.max(sharpest(across), sharpest(down));
}

interface Line {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** Adds the width of each rise or fall along a line that goes all the way without turning. */
function collectEdges(data: Uint8Array, { start, step, count }: Line, leastRise: number, into: number[]): void {
  let rise = 0;
  let steepest = 0;
  const close = () => {
    if (Math.abs(rise) >= leastRise) into.push(Math.abs(rise) / steepest);
    rise = 0;
    steepest = 0;
  };
  for (let index = 1; index < count; index++) {
    const at = start + index * step;
    const change = (data[at] ?? 0) - (data[at - step] ?? 0);
    if (change === 0 || Math.sign(change) === -Math.sign(rise)) close();
    rise += change;
    steepest = Math.max(steepest, Math.abs(change));
  }
  close();
}

function sharpest(widths: number[]): number {
  const sorted = widths.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * SHARP_SHARE)] ?? 0;
}
