import type { CapturedPage, GreyImage } from '../../model/page.ts';
import type { PatchCode } from '../../model/separator.ts';
import { reduceImage } from '../barcodes/reduce-image.ts';
import { findPatchRuns, type PatchRun } from './patch-runs.ts';

/** Bars of 2 mm are 6 pixels wide. */
const searchDpi = 75;
/** Longer side of the page where its resolution is unknown: A4. */
const usualLongerSideMm = 297;
/** The bars of small patch codes are 19 mm long; a little may be hidden or spoilt. */
const leastLengthMm = 15;
/** Share of the lines along a code that must show it. */
const leastShare = 0.7;
/** Lines looked at are this far apart. */
const stepPx = 2;
/** From one line to the next a code of a page that lies askew by up to 14 degrees moves by so much. */
const mostDriftPx = 1;
/** A speck may hide a code on so many lines. */
const mostMissedLines = 3;
/** Ink and paper that differ by less cannot be told apart. */
const leastContrast = 60;

/**
 * Finds a patch code on a captured page, printed along any edge; the longest where there are several. It is named as it is
 * seen from the top, or from the left where it runs from top to bottom.
 */
export async function findPatchCode({ image, dpi }: CapturedPage): Promise<PatchCode | null> {
  const pageDpi = dpi ?? (Math.max(image.widthPx, image.heightPx) / usualLongerSideMm) * 25.4;
  const factor = Math.min(1, searchDpi / pageDpi);
  const small = factor === 1 ? image : await reduceImage(image, factor);
  const threshold = thresholdOf(small);
  if (threshold === null) return null;
  const pxPerMm = (pageDpi * factor) / 25.4;
  const tracks = (['columns', 'rows'] as const).flatMap((lines) => trackRuns(small, lines, threshold, pxPerMm));
  const found = tracks.filter((track) => isCode(track, pxPerMm)).sort((a, b) => lengthOf(b) - lengthOf(a));
  return found[0]?.code ?? null;
}

/** Halfway between the paper, which most of a page is, and the darkest hundredth; null on a page without contrast. */
function thresholdOf({ data }: GreyImage): number | null {
  const sorted = Uint8Array.from(data.filter((_, index) => index % 7 === 0)).sort();
  const paper = sorted[Math.floor(sorted.length * 0.6)] ?? 255;
  const ink = sorted[Math.floor(sorted.length * 0.01)] ?? 255;
  return paper - ink < leastContrast ? null : (paper + ink) / 2;
}

/** A code followed from line to line. */
interface Track {
  readonly code: PatchCode;
  readonly firstLine: number;
  lastLine: number;
  lines: number;
  start: number;
}

function trackRuns(image: GreyImage, lines: 'columns' | 'rows', threshold: number, pxPerMm: number): Track[] {
  const count = Math.floor((lines === 'columns' ? image.widthPx : image.heightPx) / stepPx);
  const tracks: Track[] = [];
  for (let line = 0; line < count; line += 1) {
    const isInk = lineOf(image, lines, line * stepPx, threshold);
    for (const run of findPatchRuns(isInk, pxPerMm)) follow(tracks, run, line);
  }
  return tracks;
}

function lineOf({ data, widthPx, heightPx }: GreyImage, lines: 'columns' | 'rows', at: number, threshold: number) {
  const length = lines === 'columns' ? heightPx : widthPx;
  return Array.from({ length }, (_, along) => {
    const pixel = lines === 'columns' ? along * widthPx + at : at * widthPx + along;
    return (data[pixel] ?? 255) < threshold;
  });
}

function follow(tracks: Track[], { code, start }: PatchRun, line: number): void {
  const track = tracks.find((one) => {
    const lines = line - one.lastLine;
    return one.code === code && lines <= mostMissedLines && Math.abs(start - one.start) <= mostDriftPx * (lines + 1);
  });
  if (track === undefined) {
    tracks.push({ code, firstLine: line, lastLine: line, lines: 1, start });
  } else {
    track.lastLine = line;
    track.lines += 1;
    track.start = start;
  }
}

function lengthOf({ firstLine, lastLine }: Track): number {
  return (lastLine - firstLine + 1) * stepPx;
}

function isCode(track: Track, pxPerMm: number): boolean {
  const length = lengthOf(track);
  return length >= leastLengthMm * pxPerMm && track.lines * stepPx >= leastShare * length;
}
