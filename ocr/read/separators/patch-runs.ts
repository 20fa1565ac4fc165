import { type PatchCode, patchBars, patchCodeSchema, patchUnitMm } from '../../model/separator.ts';

/** A patch code as one line across the page shows it. */
export interface PatchRun {
  readonly code: PatchCode;
  /** Where its first bar begins and its last ends, in pixels along the line. */
  readonly start: number;
  readonly end: number;
}

/** Ink spreads or is lost, and pages are printed and scanned a little larger or smaller. */
const unitMm = { least: 0.75 * patchUnitMm, most: 1.25 * patchUnitMm };
/** Widths in units of the code itself. */
const narrow = { least: 0.5, most: 1.6 };
const wide = { least: 1.9, most: 3.2 };
/** All bars and spaces together. */
const totalUnits = 10;
/** Elements of a code: four bars and the spaces between them. */
const elements = 7;

/**
 * Finds the patch codes that a line of pixels crosses.
 *
 * @param isInk whether each pixel of the line is dark
 */
export function findPatchRuns(isInk: readonly boolean[], pxPerMm: number): PatchRun[] {
  const edges = edgesOf(isInk);
  const found: PatchRun[] = [];
  // Ink begins at every other edge, the first included.
  for (let first = 0; first + elements < edges.length; first += 2) {
    const run = edges.slice(first, first + elements + 1);
    const code = codeOf(run, pxPerMm);
    if (code !== null && isClear(edges, first, isInk.length, unitOf(run))) {
      found.push({ code, start: run[0] ?? 0, end: run[elements] ?? 0 });
    }
  }
  return found;
}

/** Where ink begins and ends, by turns. */
function edgesOf(isInk: readonly boolean[]): number[] {
  const edges: number[] = [];
  for (let at = 0; at <= isInk.length; at += 1) {
    const before = isInk[at - 1] ?? false;
    const now = isInk[at] ?? false;
    if (before !== now) edges.push(at);
  }
  return edges;
}

function unitOf(run: readonly number[]): number {
  return ((run[elements] ?? 0) - (run[0] ?? 0)) / totalUnits;
}

function codeOf(run: readonly number[], pxPerMm: number): PatchCode | null {
  const unit = unitOf(run);
  if (unit < unitMm.least * pxPerMm || unit > unitMm.most * pxPerMm) return null;
  const widths = run.slice(1).map((edge, index) => (edge - (run[index] ?? 0)) / unit);
  const bars = widths.filter((_, index) => index % 2 === 0);
  const spaces = widths.filter((_, index) => index % 2 === 1);
  if (!spaces.every((width) => isWithin(width, narrow))) return null;
  return patchCodeSchema.options.find((code) => fits(bars, patchBars[code])) ?? null;
}

function fits(widths: readonly number[], bars: readonly number[]): boolean {
  return bars.every((bar, index) => isWithin(widths[index] ?? 0, bar === 1 ? narrow : wide));
}

function isWithin(width: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return width >= least && width <= most;
}

/** Nothing is printed for one unit before and behind the code; the edge of the page will do. */
function isClear(edges: readonly number[], first: number, length: number, unit: number): boolean {
  const before = (edges[first] ?? 0) - (edges[first - 1] ?? -unit);
  const last = first + elements;
  const behind = (edges[last + 1] ?? length + unit) - (edges[last] ?? 0);
  return before >= unit && behind >= unit;
}
