import type { Affine } from '../model/geometry.ts';
import { seededRandom } from './random.ts';
import type { Raster } from './raster.ts';

/** Places of printed ink on a reference page, in millimetres, with how dark they are (0 to 255). */
export interface InkPoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly darkness: Uint8Array;
}

/** Reference pixels darker than this are print. */
const printDarkness = 60;

/** Counts the pixels of print. */
export function countInk({ data }: Raster): number {
  let count = 0;
  for (let place = 0; place < data.length; place++) if (255 - (data[place] ?? 255) >= printDarkness) count++;
  return count;
}

/** Samples up to `most` places of print, evenly among all of them. */
export function sampleInk(raster: Raster, most: number): InkPoints {
  const total = countInk(raster);
  const count = Math.min(most, total);
  const chosen = new Int32Array(count);
  const random = seededRandom(total);
  // One place is drawn from each of `count` equal runs of print.
  const run = total / Math.max(1, count);
  let seen = 0;
  let taken = 0;
  let wanted = Math.floor(random() * run);
  for (let place = 0; place < raster.data.length && taken < count; place++) {
    if (255 - (raster.data[place] ?? 255) < printDarkness || seen++ < wanted) continue;
    chosen[taken++] = place;
    wanted = Math.max(seen, Math.floor((taken + random()) * run));
  }
  return {
    x: Float32Array.from(chosen, (place) => ((place % raster.widthPx) + 0.5) / raster.pxPerMmX),
    y: Float32Array.from(chosen, (place) => (Math.floor(place / raster.widthPx) + 0.5) / raster.pxPerMmY),
    darkness: Uint8Array.from(chosen, (place) => 255 - (raster.data[place] ?? 0)),
  };
}

/** How much of the print a page shows under a map. */
export interface Coverage {
  /** Points that fall on the page. */
  readonly visible: number;
  /** Of those, points with ink within the tolerance. */
  readonly found: number;
  /** All points. */
  readonly total: number;
}

/**
 * Counts the reference's ink found on the page, within `reachPx` pixels of the page's raster. Ink that the page has beyond
 * the reference (what was filled in, stamps) plays no part. `map` takes millimetres of layout to millimetres of page.
 */
export function measureCoverage(ink: InkPoints, page: Raster, map: Affine, reachPx: number): Coverage {
  const [a, b, c, d, e, f] = map;
  let visible = 0;
  let found = 0;
  for (let i = 0; i < ink.x.length; i++) {
    const mmX = ink.x[i] ?? 0;
    const mmY = ink.y[i] ?? 0;
    const x = Math.floor((a * mmX + c * mmY + e) * page.pxPerMmX);
    const y = Math.floor((b * mmX + d * mmY + f) * page.pxPerMmY);
    if (x < reachPx || y < reachPx || x + reachPx >= page.widthPx || y + reachPx >= page.heightPx) continue;
    visible++;
    // Faint toner is still print: a third of the darkness it should have is enough.
    const lightest = 255 - Math.max(28, (ink.darkness[i] ?? 0) * 0.35);
    if (hasDarker(page, x, y, reachPx, lightest)) found++;
  }
  return { visible, found, total: ink.x.length };
}

function hasDarker({ data, widthPx }: Raster, x: number, y: number, reachPx: number, lightest: number): boolean {
  if ((data[y * widthPx + x] ?? 255) <= lightest) return true;
  for (let row = y - reachPx; row <= y + reachPx; row++) {
    for (let place = row * widthPx + x - reachPx; place <= row * widthPx + x + reachPx; place++) {
      if ((data[place] ?? 255) <= lightest) return true;
    }
  }
  return false;
}

/** Share of the visible print that is found, 0 to 1. */
export function coverageShare({ visible, found }: Coverage): number {
  return visible === 0 ? 0 : found / visible;
}
