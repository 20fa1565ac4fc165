import { type Affine, applyAffine, type Point } from '../model/geometry.ts';
import { type CornerMap, cornerMap } from './corners.ts';
import { cutTemplate, cutWindow, findPeak } from './correlate.ts';
import type { PointPair } from './fit.ts';
import type { Raster } from './raster.ts';

/** A square of the reference page with structure in two directions, looked for on the scan. Centre in millimetres. */
export interface Patch {
  readonly centre: Point;
}

/** Half side of a patch: 7 mm across holds a few letters or a crossing of rules, and little writing. */
export const patchRadiusMm = 3.5;
/** One patch, the best, is taken from each square of this size, so that they spread over the page. */
const cellMm = 28;

/** Corner strength summed over a patch around each pixel of a raster of about 75 dpi. */
export function patchStrength(raster: Raster): CornerMap {
  return cornerMap(raster, Math.round(patchRadiusMm * raster.pxPerMmX));
}

/**
 * Chooses the patches of a reference page from their strengths. `floor` is the least strength that counts as structure.
 */
export function choosePatches(raster: Raster, map: CornerMap, floor: number): Patch[] {
  const radiusPx = Math.round(patchRadiusMm * raster.pxPerMmX);
  const cellPx = Math.round(cellMm * raster.pxPerMmX);
  const margin = radiusPx + 2;
  const patches: Patch[] = [];
  for (let top = 0; top < raster.heightPx; top += cellPx) {
    for (let left = 0; left < raster.widthPx; left += cellPx) {
      let best = floor;
      let place: Point | null = null;
      for (let y = Math.max(top, margin); y < Math.min(top + cellPx, raster.heightPx - margin); y++) {
        for (let x = Math.max(left, margin); x < Math.min(left + cellPx, raster.widthPx - margin); x++) {
          const strength = map.strength[y * raster.widthPx + x] ?? 0;
          if (strength <= best) continue;
          best = strength;
          place = { x, y };
        }
      }
      if (place)
        patches.push({ centre: { x: (place.x + 0.5) / raster.pxPerMmX, y: (place.y + 0.5) / raster.pxPerMmY } });
    }
  }
  return patches;
}

/** A patch and where on the page, in millimetres, it is expected. */
export interface PatchTarget extends Patch {
  readonly expected: Point;
}

/** How a search for patches is made. */
export interface PatchSearch {
  /** How far from the expected place to look, in pixels of the reference raster. */
  readonly reachPx: number;
  /** Least correlation that counts as found, 0 to 1. */
  readonly least: number;
}

/** A patch that was found: where it is on the reference and on the page, and how alike they look (1 is the same). */
export interface FoundPatch extends PointPair {
  readonly correlation: number;
}

/**
 * Looks each patch of the reference up near where it is expected, stretched and turned as `map` (millimetres of layout to
 * millimetres of page) says, by normalised cross-correlation to a fraction of a pixel (J. P. Lewis, Fast Normalized
 * Cross-Correlation, 1995; peak by a parabola through its neighbours). Answers in the order of the targets; null for a
 * patch that looks like nothing nearby, or whose best place is at the edge of the search.
 */
export function locatePatches(
  reference: Raster,
  targets: readonly PatchTarget[],
  page: Raster,
  map: Affine,
  search: PatchSearch,
): (FoundPatch | null)[] {
  const radius = Math.round(patchRadiusMm * reference.pxPerMmX);
  const side = 2 * radius + 1;
  const windowSide = side + 2 * search.reachPx;
  const template = new Float32Array(side * side);
  const window = new Float32Array(windowSide * windowSide);
  return targets.map(({ centre, expected }) => {
    const x = Math.floor(centre.x * reference.pxPerMmX);
    const y = Math.floor(centre.y * reference.pxPerMmY);
    const local = throughPlace(map, centre, expected);
    if (!cutTemplate(reference, x, y, radius, template)) return null;
    if (!cutWindow(reference, page, local, x, y, radius + search.reachPx, window)) return null;
    const peak = findPeak(template, side, window, windowSide);
    if (!peak || peak.correlation < search.least) return null;
    const from = { x: (x + 0.5) / reference.pxPerMmX, y: (y + 0.5) / reference.pxPerMmY };
    const shifted = {
      x: from.x + (peak.x - search.reachPx) / reference.pxPerMmX,
      y: from.y + (peak.y - search.reachPx) / reference.pxPerMmY,
    };
    return { from, to: applyAffine(local, shifted), weight: peak.correlation ** 2, correlation: peak.correlation };
  });
}

/** Moves a map so that it takes `from` to `to`. */
function throughPlace([a, b, c, d]: Affine, from: Point, to: Point): Affine {
  return [a, b, c, d, to.x - a * from.x - c * from.y, to.y - b * from.x - d * from.y];
}
