import type { Zone } from '../model/form.ts';
import {
  applyAffine,
  composeAffine,
  identityAffine,
  invertAffine,
  type Point,
  type RectMm,
} from '../model/geometry.ts';
import { applyWarp, flatWarp, type Warp } from '../model/warp.ts';
import type { Alignment } from './align.ts';
import { type Cover, overlap } from './cover.ts';
import { coverageShare, inkWithin, measureCoverage } from './coverage.ts';
import type { PageRasters } from './features.ts';
import { type FoundPatch, locatePatches, type Patch, type PatchSearch, patchRadiusMm } from './patches.ts';
import { type PrintMap, tileMm } from './print-map.ts';
import { halveRaster, type Raster } from './raster.ts';

/** A patch looks unlike itself that a cover hides, or whose edge or shadow reaches it: it lies this near to a hidden square. */
const nearMm = 1.5;
/** Of the patches, so many do at least; others may be written over. */
const nearShare = 0.5;
/** Rules as long as these run past single fields: across, and down. */
const longRuleMm = { across: 75, down: 30 } as const;
const printDarkness = 60;
/** A rule goes on beyond a cover for so many squares. */
const leastSeenSquares = 2;
/** A field that stands elsewhere is looked for this far off, 25 mm at 75 dpi, by a few of its patches. */
const elsewhere: PatchSearch = { reachPx: 75, least: 0.7 };
const mostSought = 8;
/** Where a patch is really found, so much of its ink is. */
const leastInk = 0.8;
const leastContrast = 40;
/** Where the page shows so much of a square's print, it is the layout's own. */
const ownPrint = 0.8;
/** Print that a form repeats looks this alike in its own places. */
const repeated: PatchSearch = { reachPx: 2, least: 0.6 };

/**
 * Whether print of zones is absent because something lies over it, not because this edition has the zones elsewhere or not at
 * all: most of it is under the cover, the cover cuts through rules of the form that go on beside it, and none of it is found
 * elsewhere.
 */
export function isExplainedByCover(
  misplaced: readonly Zone[],
  { candidate, reference, warp }: Alignment,
  { coarse }: PageRasters,
  map: PrintMap,
  cover: Cover,
): boolean {
  if (misplaced.length === 0) return true;
  const patches = candidate.entry.features.zonePrint.flatMap((print) =>
    misplaced.includes(print.zone) ? print.patches : [],
  );
  const near = patches.filter((patch) => isNear(patch, cover)).length;
  if (near < nearShare * patches.length || !cutsRules(reference, cover)) return false;
  const coarseReference = halveRaster(reference);
  const sought = patches.slice(0, mostSought);
  const targets = sought.map(({ centre }) => ({ centre, expected: applyWarp(warp, centre) }));
  return locatePatches(coarseReference, targets, coarse, warp.affine, elsewhere).every((found) => {
    if (found === null || !showsInk(coarseReference, coarse, warp, found)) return true;
    const inLayout = applyAffine(invertAffine(warp.affine), found.to);
    return showsOwnPrint(map, inLayout) || isRepeated(coarseReference, found.from, inLayout);
  });
}

function isNear({ centre }: Patch, { squaresMm }: Cover): boolean {
  return squaresMm.some((hidden) => overlap(hidden, squareAround(centre), -nearMm));
}

/** What a patch shows of a page, in millimetres. */
function squareAround({ x, y }: Point): RectMm {
  const side = 2 * patchRadiusMm;
  return { x: x - patchRadiusMm, y: y - patchRadiusMm, width: side, height: side };
}

/** Whether the ink of a patch is really there: where there is nothing but paper, anything looks a little like anything. */
function showsInk(reference: Raster, page: Raster, { affine }: Warp, { from, to }: FoundPatch): boolean {
  const expected = applyAffine(affine, from);
  if (contrastAround(page, to) < leastContrast) return false;
  const moved = composeAffine(affine, [1, 0, 0, 1, to.x - expected.x, to.y - expected.y]);
  return (
    coverageShare(measureCoverage(inkWithin(reference, [squareAround(from)]), page, flatWarp(moved), 1)) >= leastInk
  );
}

/** From the darkest to the lightest within a patch around a place, in grey levels. */
function contrastAround({ data, widthPx, heightPx, pxPerMmX, pxPerMmY }: Raster, { x, y }: Point): number {
  let [darkest, lightest] = [255, 0];
  const [left, right] = [(x - patchRadiusMm) * pxPerMmX, (x + patchRadiusMm) * pxPerMmX];
  const [top, bottom] = [(y - patchRadiusMm) * pxPerMmY, (y + patchRadiusMm) * pxPerMmY];
  for (let row = Math.max(0, Math.floor(top)); row < Math.min(heightPx, bottom); row++) {
    for (let column = Math.max(0, Math.floor(left)); column < Math.min(widthPx, right); column++) {
      const level = data[row * widthPx + column] ?? 255;
      if (level < darkest) darkest = level;
      if (level > lightest) lightest = level;
    }
  }
  return lightest - darkest;
}

/** Whether the page shows at a place what the layout has there. */
function showsOwnPrint({ columns, seen }: PrintMap, { x, y }: Point): boolean {
  return (seen[Math.floor(y / tileMm) * columns + Math.floor(x / tileMm)] ?? 0) >= ownPrint;
}

/** Whether the layout itself has the print of `centre` at another place. */
function isRepeated(reference: Raster, centre: Point, place: Point): boolean {
  const [found] = locatePatches(reference, [{ centre, expected: place }], reference, identityAffine, repeated);
  return found !== null && found !== undefined;
}

/** Whether a long rule of the form is hidden in part and goes on. */
function cutsRules(reference: Raster, { squaresMm }: Cover): boolean {
  const hidden = new Set(squaresMm.map(({ x, y }) => `${Math.round(x / tileMm)} ${Math.round(y / tileMm)}`));
  const isCut = (squares: ReadonlySet<string>) => {
    const under = [...squares].filter((square) => hidden.has(square)).length;
    return under > 0 && squares.size - under >= leastSeenSquares;
  };
  return longRules(reference).some(isCut);
}

/** The squares through which each line of pixels of a long rule runs, by column and row. */
function longRules(reference: Raster): Set<string>[] {
  const { data, widthPx, heightPx, pxPerMmX, pxPerMmY } = reference;
  const squareAt = (x: number, y: number) =>
    `${Math.floor((x + 0.5) / pxPerMmX / tileMm)} ${Math.floor((y + 0.5) / pxPerMmY / tileMm)}`;
  const isPrint = (x: number, y: number) => 255 - (data[y * widthPx + x] ?? 255) >= printDarkness;
  const across = runs(heightPx, widthPx, longRuleMm.across * pxPerMmX, (line, at) => isPrint(at, line));
  const down = runs(widthPx, heightPx, longRuleMm.down * pxPerMmY, (line, at) => isPrint(line, at));
  return [
    ...across.map(({ line, from, to }) => squaresOf(from, to, (at) => squareAt(at, line))),
    ...down.map(({ line, from, to }) => squaresOf(from, to, (at) => squareAt(line, at))),
  ];
}

interface Run {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

function runs(lines: number, length: number, leastPx: number, isPrint: (line: number, at: number) => boolean): Run[] {
  const found: Run[] = [];
  for (let line = 0; line < lines; line++) {
    let from = 0;
    for (let at = 0; at <= length; at++) {
      if (at < length && isPrint(line, at)) continue;
      if (at - from >= leastPx) found.push({ line, from, to: at });
      from = at + 1;
    }
  }
  return found;
}

function squaresOf(from: number, to: number, squareAt: (at: number) => string): Set<string> {
  const squares = new Set<string>();
  for (let at = from; at < to; at += 8) squares.add(squareAt(at));
  return squares;
}
