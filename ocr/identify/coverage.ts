import type { RectMm } from '../model/geometry.ts';
import { applyWarp, type Warp } from '../model/warp.ts';
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
/** Page pixels lighter than this are paper, however faint the print is. */
const leastDarkness = 18;
/** Print is not taken to have faded below this share of its darkness. */
const faintest = 0.25;

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
  return pointsAt(raster, chosen);
}

function pointsAt(raster: Raster, places: ArrayLike<number>): InkPoints {
  return {
    x: Float32Array.from(places, (place) => ((place % raster.widthPx) + 0.5) / raster.pxPerMmX),
    y: Float32Array.from(places, (place) => (Math.floor(place / raster.widthPx) + 0.5) / raster.pxPerMmY),
    darkness: Uint8Array.from(places, (place) => 255 - (raster.data[place] ?? 0)),
  };
}

/** Takes every place of print within some rectangles, in millimetres of the page. Where they overlap a place counts again. */
export function inkWithin(raster: Raster, areasMm: readonly RectMm[]): InkPoints {
  return pointsAt(
    raster,
    areasMm.flatMap((area) => printedPlaces(raster, area)),
  );
}

function printedPlaces({ data, widthPx, heightPx, pxPerMmX, pxPerMmY }: Raster, area: RectMm): number[] {
  const left = Math.max(0, Math.round(area.x * pxPerMmX));
  const right = Math.min(widthPx, Math.round((area.x + area.width) * pxPerMmX));
  const top = Math.max(0, Math.round(area.y * pxPerMmY));
  const bottom = Math.min(heightPx, Math.round((area.y + area.height) * pxPerMmY));
  const places: number[] = [];
  for (let row = top; row < bottom; row++) {
    for (let place = row * widthPx + left; place < row * widthPx + right; place++) {
      if (255 - (data[place] ?? 255) >= printDarkness) places.push(place);
    }
  }
  return places;
}

/** Where a raster has print, one bit a pixel. */
export interface InkMap {
  readonly bits: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pxPerMmX: number;
  readonly pxPerMmY: number;
}

export function mapInk({ data, ...scale }: Raster): InkMap {
  const bits = new Uint8Array((data.length + 7) >> 3);
  for (let place = 0; place < data.length; place++) {
    if (255 - (data[place] ?? 255) >= printDarkness) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  }
  return { bits, ...scale };
}

/** Returns the points that have no print of `other` within a pixel of it: what only the first page shows. */
export function inkBeyond(ink: InkPoints, other: InkMap): InkPoints {
  const alone: number[] = [];
  for (let i = 0; i < ink.x.length; i++) {
    const x = Math.floor((ink.x[i] ?? 0) * other.pxPerMmX);
    const y = Math.floor((ink.y[i] ?? 0) * other.pxPerMmY);
    if (!hasInkNear(other, x, y)) alone.push(i);
  }
  return {
    x: Float32Array.from(alone, (i) => ink.x[i] ?? 0),
    y: Float32Array.from(alone, (i) => ink.y[i] ?? 0),
    darkness: Uint8Array.from(alone, (i) => ink.darkness[i] ?? 0),
  };
}

function hasInkNear({ bits, widthPx, heightPx }: InkMap, x: number, y: number): boolean {
  for (let row = Math.max(0, y - 1); row <= Math.min(heightPx - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(widthPx - 1, x + 1); column++) {
      const place = row * widthPx + column;
      if (((bits[place >> 3] ?? 0) >> (place & 7)) & 1) return true;
    }
  }
  return false;
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
 * the reference (what was filled in, stamps) plays no part. How dark found ink must be follows from how dark most of it
 * is, because toner fades. `warp` takes millimetres of layout to millimetres of page; `every` takes one point of so many.
 */
export function measureCoverage(ink: InkPoints, page: Raster, warp: Warp, reachPx: number, every = 1): Coverage {
  const total = Math.ceil(ink.x.length / every);
  const shares = new Float32Array(total);
  let visible = 0;
  for (let i = 0; i < ink.x.length; i += every) {
    const place = applyWarp(warp, { x: ink.x[i] ?? 0, y: ink.y[i] ?? 0 });
    const x = Math.floor(place.x * page.pxPerMmX);
    const y = Math.floor(place.y * page.pxPerMmY);
    if (x < reachPx || y < reachPx || x + reachPx >= page.widthPx || y + reachPx >= page.heightPx) continue;
    const darkness = darkest(page, x, y, reachPx);
    shares[visible++] = darkness < leastDarkness ? 0 : darkness / (ink.darkness[i] ?? 255);
  }
  const seen = shares.subarray(0, visible).sort();
  const usual = Math.max(faintest, Math.min(1, seen[visible >> 1] ?? 1));
  let found = 0;
  for (let i = 0; i < visible; i++) if ((seen[i] ?? 0) >= 0.4 * usual) found++;
  return { visible, found, total };
}

function darkest({ data, widthPx }: Raster, x: number, y: number, reachPx: number): number {
  let lightness = 255;
  for (let row = y - reachPx; row <= y + reachPx; row++) {
    for (let place = row * widthPx + x - reachPx; place <= row * widthPx + x + reachPx; place++) {
      const value = data[place] ?? 255;
      if (value < lightness) lightness = value;
    }
  }
  return 255 - lightness;
}

/** Share of the visible print that is found, 0 to 1. */
export function coverageShare({ visible, found }: Coverage): number {
  return visible === 0 ? 0 : found / visible;
}
