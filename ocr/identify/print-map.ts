import type { Point } from '../model/geometry.ts';
import type { GreyImage } from '../model/page.ts';
import { applyWarp, type Warp } from '../model/warp.ts';
import type { Raster } from './raster.ts';

/** Print is looked for in squares of this side. */
export const tileMm = 6;
/** Reference pixels darker than this are no paper. */
const paleDarkness = 60;
/** Which print is looked for: how dark it is on the reference at least, and how much of it a square has that can tell. */
export interface SoughtPrint {
  readonly darkness: number;
  readonly leastMm2: number;
}
/** What every scan shows, as a rule across the square. */
export const darkPrint: SoughtPrint = { darkness: 130, leastMm2: 0.5 };
/** Hairlines too, which are lost where a scanner knows black and white alone. */
export const allPrint: SoughtPrint = { darkness: paleDarkness, leastMm2: 0.8 };
/** Registration leaves print this far off its place at most. */
const reachMm = 0.35;
/** Paper this far from print shows how dark it is without. */
const clearMm = 0.8;
/** What is darker by this than where there is least ink is ink. */
const inkDarkness = 16;
const paperQuantile = 0.2;
/** Where all of the paper is darker it is written on everywhere, or is not seen. */
const mostPaperDarkness = 130;
/** Of so many pixels across, and down, one is asked for paper. */
const paperStep = 4;
const leastPaperPlaces = 10;
const mostPlaces = 30;

/** Squares of a form page, row after row: the share of their print that the page shows, NaN where they cannot tell. */
export interface PrintMap {
  readonly columns: number;
  readonly rows: number;
  readonly seen: Float32Array;
}

/** Places of pixels of the reference. */
interface TilePlaces {
  readonly print: Int32Array;
  readonly paper: Int32Array;
}

/** What is sought on each reference that was looked at: pages of one form come by the hundred. */
const known = new WeakMap<Raster, Map<SoughtPrint, readonly TilePlaces[]>>();

/**
 * Maps where a page shows the form's own print. What was filled in plays no part: ink beside print is held for paper only
 * where all of it is dark. `warp` takes millimetres of the reference to millimetres of the page.
 */
export function mapPrint(reference: Raster, page: Raster, warp: Warp, sought: SoughtPrint): PrintMap {
  const columns = Math.ceil(reference.widthPx / reference.pxPerMmX / tileMm);
  const rows = Math.ceil(reference.heightPx / reference.pxPerMmY / tileMm);
  const ofReference = known.get(reference) ?? new Map<SoughtPrint, readonly TilePlaces[]>();
  const tiles = ofReference.get(sought) ?? placesOfTiles(reference, columns, rows, sought);
  known.set(reference, ofReference.set(sought, tiles));
  const reachPx = Math.round(reachMm * page.pxPerMmX);
  const darkness = (at: number) => darknessNear(page, applyWarp(warp, placeOf(reference, at)), reachPx);
  return { columns, rows, seen: Float32Array.from(tiles, (tile) => shareSeen(tile, darkness)) };
}

function placeOf({ widthPx, pxPerMmX, pxPerMmY }: Raster, at: number): Point {
  return { x: ((at % widthPx) + 0.5) / pxPerMmX, y: (Math.floor(at / widthPx) + 0.5) / pxPerMmY };
}

/** `darkness` tells how dark the page is at a place of the reference. */
function shareSeen({ print, paper }: TilePlaces, darkness: (at: number) => number): number {
  if (print.length === 0 || paper.length < leastPaperPlaces) return Number.NaN;
  const papers = paper.map(darkness).sort();
  const clean = papers[Math.floor(papers.length * paperQuantile)] ?? 0;
  if (clean > mostPaperDarkness) return Number.NaN;
  return print.filter((at) => darkness(at) > clean + inkDarkness).length / print.length;
}

/** Millimetres of print in each square, and of paper clear of it. */
function placesOfTiles(reference: Raster, columns: number, rows: number, sought: SoughtPrint): TilePlaces[] {
  const { data, widthPx, heightPx, pxPerMmX, pxPerMmY } = reference;
  const near = nearPrint(reference, Math.round(clearMm * pxPerMmX));
  const tiles = Array.from({ length: columns * rows }, () => ({ print: [] as number[], paper: [] as number[] }));
  const columnOf = Int32Array.from({ length: widthPx }, (_, x) => Math.floor((x + 0.5) / pxPerMmX / tileMm));
  for (let y = 0; y < heightPx; y++) {
    const first = Math.floor((y + 0.5) / pxPerMmY / tileMm) * columns;
    for (let x = 0, at = y * widthPx; x < widthPx; x++, at++) {
      if (255 - (data[at] ?? 255) >= sought.darkness) tiles[first + (columnOf[x] ?? 0)]?.print.push(at);
      else if (x % paperStep === 0 && y % paperStep === 0 && near[at] === 0) {
        tiles[first + (columnOf[x] ?? 0)]?.paper.push(at);
      }
    }
  }
  const leastPrintPx = sought.leastMm2 * pxPerMmX * pxPerMmY;
  return tiles.map(({ print, paper }) => ({
    print: Int32Array.from(print.length < leastPrintPx ? [] : thin(print)),
    paper: Int32Array.from(thin(paper)),
  }));
}

/** Marks the pixels that have print within `reach` of them. */
function nearPrint({ data, widthPx, heightPx }: GreyImage, reach: number): Uint8Array {
  const isPrint = (at: number) => 255 - (data[at] ?? 255) >= paleDarkness;
  const near = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at++) {
    // Inside of print, its sides mark for it.
    if (!isPrint(at) || (isPrint(at - 1) && isPrint(at + 1))) continue;
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    const [from, to] = [Math.max(0, x - reach), Math.min(widthPx, x + reach + 1)];
    for (let row = Math.max(0, y - reach); row <= Math.min(heightPx - 1, y + reach); row++) {
      near.fill(1, row * widthPx + from, row * widthPx + to);
    }
  }
  return near;
}

function thin(places: readonly number[]): readonly number[] {
  const step = places.length / mostPlaces;
  if (step <= 1) return places;
  return Array.from({ length: mostPlaces }, (_, index) => places[Math.floor(index * step)] ?? 0);
}

/** How dark the page is at most around a place, 0 to 255; nothing is seen beyond its edge. */
function darknessNear({ data, widthPx, heightPx, pxPerMmX, pxPerMmY }: Raster, { x, y }: Point, reach: number): number {
  const [left, top] = [Math.floor(x * pxPerMmX) - reach, Math.floor(y * pxPerMmY) - reach];
  if (left < 0 || top < 0 || left + 2 * reach >= widthPx || top + 2 * reach >= heightPx) return 0;
  let lightness = 255;
  for (let row = top; row <= top + 2 * reach; row++) {
    for (let at = row * widthPx + left; at <= row * widthPx + left + 2 * reach; at++) {
      const level = data[at] ?? 255;
      if (level < lightness) lightness = level;
    }
  }
  return 255 - lightness;
}
