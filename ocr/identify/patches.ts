import { type Affine, applyAffine, type Point } from '../model/geometry.ts';
import { cornerMap } from './corners.ts';
import type { PointPair } from './fit.ts';
import type { Raster } from './raster.ts';

/** A square of the reference page with structure in two directions, looked for on the scan. Centre in millimetres. */
export interface Patch {
  readonly centre: Point;
}

/** Half side of a patch: 7 mm across holds a few letters or a crossing of rules, and little writing. */
const patchRadiusMm = 3.5;
/** One patch, the best, is taken from each square of this size, so that they spread over the page. */
const cellMm = 24;

/**
 * Chooses the patches of a reference page from its raster at about 75 dpi. `floor` is the least corner strength, summed
 * over the patch, that counts as structure.
 */
export function choosePatches(raster: Raster, floor: number): Patch[] {
  const radiusPx = Math.round(patchRadiusMm * raster.pxPerMmX);
  const map = cornerMap(raster, radiusPx);
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

/** How a search for patches is made. */
export interface PatchSearch {
  /** How far from the predicted place to look, in pixels of the reference raster. */
  readonly reachPx: number;
  /** Least correlation that counts as found, 0 to 1. */
  readonly least: number;
}

/**
 * Looks each patch of the reference up near where `map` (millimetres of layout to millimetres of page) predicts it, by
 * normalised cross-correlation to a fraction of a pixel (J. P. Lewis, Fast Normalized Cross-Correlation, 1995; peak by a
 * parabola through its neighbours). Patches that look like nothing nearby, or whose best place is at the edge of the
 * search, are left out.
 */
export function locatePatches(
  reference: Raster,
  patches: readonly Patch[],
  page: Raster,
  map: Affine,
  search: PatchSearch,
): PointPair[] {
  const radius = Math.round(patchRadiusMm * reference.pxPerMmX);
  const side = 2 * radius + 1;
  const windowSide = side + 2 * search.reachPx;
  const template = new Float32Array(side * side);
  const window = new Float32Array(windowSide * windowSide);
  const pairs: PointPair[] = [];
  for (const { centre } of patches) {
    const x = Math.floor(centre.x * reference.pxPerMmX);
    const y = Math.floor(centre.y * reference.pxPerMmY);
    if (!cutTemplate(reference, x, y, radius, template)) continue;
    if (!cutWindow(reference, page, map, x, y, radius + search.reachPx, window)) continue;
    const peak = findPeak(template, side, window, windowSide);
    if (!peak || peak.correlation < search.least) continue;
    const middle = { x: (x + 0.5) / reference.pxPerMmX, y: (y + 0.5) / reference.pxPerMmY };
    const shifted = {
      x: middle.x + (peak.x - search.reachPx) / reference.pxPerMmX,
      y: middle.y + (peak.y - search.reachPx) / reference.pxPerMmY,
    };
    pairs.push({ from: middle, to: applyAffine(map, shifted), weight: peak.correlation ** 2 });
  }
  return pairs;
}

/** Copies a patch with its mean taken out and unit length. Returns false where it lies over the border or is flat. */
function cutTemplate(raster: Raster, x: number, y: number, radius: number, to: Float32Array): boolean {
  if (x < radius || y < radius || x + radius >= raster.widthPx || y + radius >= raster.heightPx) return false;
  let at = 0;
  let sum = 0;
  for (let row = y - radius; row <= y + radius; row++) {
    for (let place = row * raster.widthPx + x - radius, i = -radius; i <= radius; i++, place++) {
      const value = raster.data[place] ?? 0;
      to[at++] = value;
      sum += value;
    }
  }
  const mean = sum / to.length;
  let squares = 0;
  for (let i = 0; i < to.length; i++) {
    const value = (to[i] ?? 0) - mean;
    to[i] = value;
    squares += value * value;
  }
  if (squares < to.length) return false;
  const scale = 1 / Math.sqrt(squares);
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) * scale;
  return true;
}

/** Samples the page around a reference place as the reference would show it. Returns false when it lies off the page. */
function cutWindow(
  reference: Raster,
  page: Raster,
  [a, b, c, d, e, f]: Affine,
  centreX: number,
  centreY: number,
  radius: number,
  to: Float32Array,
): boolean {
  const stepXx = (a * page.pxPerMmX) / reference.pxPerMmX;
  const stepXy = (b * page.pxPerMmY) / reference.pxPerMmX;
  let at = 0;
  let outside = 0;
  for (let row = -radius; row <= radius; row++) {
    const mmX = (centreX - radius + 0.5) / reference.pxPerMmX;
    const mmY = (centreY + row + 0.5) / reference.pxPerMmY;
    let x = (a * mmX + c * mmY + e) * page.pxPerMmX - 0.5;
    let y = (b * mmX + d * mmY + f) * page.pxPerMmY - 0.5;
    for (let column = -radius; column <= radius; column++, x += stepXx, y += stepXy) {
      const left = Math.floor(x);
      const top = Math.floor(y);
      if (left < 0 || top < 0 || left + 1 >= page.widthPx || top + 1 >= page.heightPx) {
        outside++;
        to[at++] = 255;
        continue;
      }
      const place = top * page.widthPx + left;
      const right = x - left;
      const upper = (page.data[place] ?? 0) * (1 - right) + (page.data[place + 1] ?? 0) * right;
      const lower =
        (page.data[place + page.widthPx] ?? 0) * (1 - right) + (page.data[place + page.widthPx + 1] ?? 0) * right;
      to[at++] = upper + (lower - upper) * (y - top);
    }
  }
  return outside < at / 3;
}

interface Peak {
  readonly x: number;
  readonly y: number;
  readonly correlation: number;
}

function findPeak(template: Float32Array, side: number, window: Float32Array, windowSide: number): Peak | null {
  const places = windowSide - side + 1;
  const scores = new Float32Array(places * places);
  let best = 0;
  for (let y = 0; y < places; y++) {
    for (let x = 0; x < places; x++) {
      const score = correlate(template, side, window, y * windowSide + x, windowSide);
      scores[y * places + x] = score;
      if (score > (scores[best] ?? 0)) best = y * places + x;
    }
  }
  const x = best % places;
  const y = (best - x) / places;
  if (x === 0 || y === 0 || x === places - 1 || y === places - 1) return null;
  const correlation = scores[best] ?? 0;
  return {
    x: x + vertex(scores[best - 1] ?? 0, correlation, scores[best + 1] ?? 0),
    y: y + vertex(scores[best - places] ?? 0, correlation, scores[best + places] ?? 0),
    correlation,
  };
}

/** Offset of the top of the parabola through three equally spaced values, within half a step. */
function vertex(before: number, at: number, after: number): number {
  const curve = before - 2 * at + after;
  return curve >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve)));
}

/** Correlation of a zero-mean, unit-length template with one place of the window. */
function correlate(
  template: Float32Array,
  side: number,
  window: Float32Array,
  start: number,
  windowSide: number,
): number {
  let product = 0;
  let sum = 0;
  let squares = 0;
  let at = 0;
  for (let y = 0; y < side; y++) {
    const row = start + y * windowSide;
    for (let place = row; place < row + side; place++) {
      const value = window[place] ?? 0;
      product += value * (template[at++] ?? 0);
      sum += value;
      squares += value * value;
    }
  }
  const energy = squares - (sum * sum) / (side * side);
  return energy < side * side ? 0 : product / Math.sqrt(energy);
}
