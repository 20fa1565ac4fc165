import type { Zone } from '../model/form.ts';
import type { Point } from '../model/geometry.ts';
import { applyWarp, type Warp } from '../model/warp.ts';
import type { CornerMap } from './corners.ts';
import { coverageShare, inkWithin, measureCoverage } from './coverage.ts';
import type { PageRasters } from './features.ts';
import { locatePatches, type Patch, type PatchSearch, patchRadiusMm } from './patches.ts';
import { halveRaster, type Raster } from './raster.ts';

/** Patches of print that say where one zone is. */
export interface ZonePrint {
  readonly zone: Zone;
  readonly patches: readonly Patch[];
}

/** Patches whose middle is this near to a zone hold its box and its label. Above and below it the next zone is near. */
const marginMm = { x: 8, y: 0 };
const mostPatches = 3;
const leastPatches = 2;
/** A patch is looked for this far off at 75 dpi: a millimetre. Hairlines under writing look only a little like themselves. */
const search: PatchSearch = { reachPx: 4, least: 0.18 };
/** Found this near, it is where the layout has it. */
const inPlaceMm = 0.35;
/** Ink is looked for this near to its place. */
const inkReachMm = 0.2;
/** Of a zone that was moved, writing and rules that run on cover less than this of the print; a scan loses less of it. */
const leastShareInPlace = 0.9;

/** Chooses up to three patches with most structure in and around each zone, from a reference page at 75 dpi. */
export function chooseZonePrint(zones: readonly Zone[], map: CornerMap, raster: Raster, floor: number): ZonePrint[] {
  return zones.map((zone) => ({ zone, patches: choosePatchesAround(zone, map, raster, floor) }));
}

function choosePatchesAround({ rectMm }: Zone, map: CornerMap, raster: Raster, floor: number): Patch[] {
  const radiusPx = Math.round(patchRadiusMm * raster.pxPerMmX);
  const left = Math.max(radiusPx, Math.floor((rectMm.x - marginMm.x) * raster.pxPerMmX));
  const top = Math.max(radiusPx, Math.floor((rectMm.y - marginMm.y) * raster.pxPerMmY));
  const right = Math.min(map.widthPx - radiusPx, (rectMm.x + rectMm.width + marginMm.x) * raster.pxPerMmX);
  const bottom = Math.min(map.heightPx - radiusPx, (rectMm.y + rectMm.height + marginMm.y) * raster.pxPerMmY);
  const chosen: Point[] = [];
  while (chosen.length < mostPatches) {
    let best = floor;
    let place: Point | null = null;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const strength = map.strength[y * map.widthPx + x] ?? 0;
        const isApart = (other: Point) => Math.max(Math.abs(other.x - x), Math.abs(other.y - y)) > 2 * radiusPx;
        if (strength > best && chosen.every(isApart)) {
          best = strength;
          place = { x, y };
        }
      }
    }
    if (place === null) break;
    chosen.push(place);
  }
  return chosen.map(({ x, y }) => ({ centre: { x: (x + 0.5) / raster.pxPerMmX, y: (y + 0.5) / raster.pxPerMmY } }));
}

/**
 * Zones none of whose own print is where the warp puts it, though the page as a whole fits: in this edition they were moved, or
 * replaced by others. One patch alone says nothing: a stamp or a signature may hide it. Nor does it say much that hairlines
 * under writing look no longer like themselves: while nearly all of their ink lies in its place, so does the zone. `reference`
 * is the empty page at 150 dpi.
 */
export function misplacedZones(
  prints: readonly ZonePrint[],
  reference: Raster,
  { coarse, fine }: PageRasters,
  warp: Warp,
): Zone[] {
  const coarseReference = halveRaster(reference);
  return prints.flatMap(({ zone, patches }) => {
    const seen = patches.filter(({ centre }) => isOnPage(applyWarp(warp, centre), coarse));
    if (seen.length < leastPatches || countInPlace(seen, coarseReference, coarse, warp) > 0) return [];
    return shareInPlace(seen, reference, fine, warp) >= leastShareInPlace ? [] : [zone];
  });
}

/** How much of the patches' ink the page shows where the warp puts it, 0 to 1. */
function shareInPlace(patches: readonly Patch[], reference: Raster, fine: Raster, warp: Warp): number {
  const squares = patches.map(({ centre }) => ({
    x: centre.x - patchRadiusMm,
    y: centre.y - patchRadiusMm,
    width: 2 * patchRadiusMm,
    height: 2 * patchRadiusMm,
  }));
  const ink = inkWithin(reference, squares);
  return coverageShare(measureCoverage(ink, fine, warp, Math.round(inkReachMm * fine.pxPerMmX)));
}

function countInPlace(patches: readonly Patch[], reference: Raster, coarse: Raster, warp: Warp): number {
  const targets = patches.map(({ centre }) => ({ centre, expected: applyWarp(warp, centre) }));
  return locatePatches(reference, targets, coarse, warp.affine, search).filter((found) => {
    if (found === null) return false;
    const expected = applyWarp(warp, found.from);
    return Math.hypot(expected.x - found.to.x, expected.y - found.to.y) <= inPlaceMm;
  }).length;
}

function isOnPage({ x, y }: Point, page: Raster): boolean {
  const border = patchRadiusMm;
  return (
    x >= border &&
    y >= border &&
    x < page.widthPx / page.pxPerMmX - border &&
    y < page.heightPx / page.pxPerMmY - border
  );
}
