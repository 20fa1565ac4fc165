import type { Zone } from '../../model/form.ts';
import type { Point } from '../../model/geometry.ts';
import type { PreparedPage } from '../../model/page.ts';
import { applyWarp, type Warp } from '../../model/warp.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import type { EmptyForm } from './form-view.ts';

/** Nobody writes this far from all fields and print, nor is it clean nearer to the edges of the sheet. */
const clearMm = { zones: 4, print: 0.8, edges: 12 } as const;
const stepMm = 1.5;
/** Around a place so much is taken together: a scanner's grain and dust are smaller. */
const grainReachPx = 2;
/** What is lighter is paper, and what is darker was stamped or written there. */
const pale = { from: 150, to: 238 } as const;
/** The sheet is looked at in so many parts: a stamp or a cup stands on a few of them alone. */
const parts = { columns: 3, rows: 4 } as const;
const leastPlaces = 100;
/** Where the back shows through so much of the free paper of a part is pale, and of so many parts. */
const leastShare = 0.009;
const leastParts = 3;
/** Dust and the soft edges of what is dark have no more than this part in what is pale. */
const darkestShare = 0.03;
/** What is darker than the darkest of it by less is taken for it, too. */
const marginLevels = 12;
/** Darker than this it cannot be told from pencil. */
const leastCut = 199;
/** Print of the form is far darker than the back in every part, so that what was written there is, too: most of it, by this. */
const printShare = 0.75;
const leastContrast = 55;
/** Reference pixels darker than this are print that every scan shows dark. */
const printDarkness = 130;
/** Of so many of them, across and down, one is looked at. */
const printStep = 3;

/**
 * Makes paper of what is as pale as what stands where nobody writes, all over the sheet: print of the back that shows through.
 * Returns the page itself where free paper is clean, or its own print is faint anywhere: there writing may be as pale. `warp` leads
 * from millimetres of the form to pixels of the page.
 */
export function withoutBackSide(page: PreparedPage, warp: Warp, form: EmptyForm, zones: readonly Zone[]): PreparedPage {
  const cut = levelOfBackSide(freeLevels(page, warp, form, zones));
  if (cut === null || palestPrint(page, warp, form) > cut - leastContrast) return page;
  const levels = Uint8Array.from({ length: 256 }, (_, level) => Math.min(255, (level * 255) / cut));
  const { data } = page.image;
  return { ...page, image: { ...page.image, data: data.map((level) => levels[level] ?? 255) } };
}

/** The level that tells ink from what shows through, by the levels of free paper in each part; null where nothing does, or too darkly. */
export function levelOfBackSide(levelsOfParts: readonly (readonly number[])[]): number | null {
  const darkest = levelsOfParts.flatMap((levels) => {
    const seen = levels.filter((level) => level >= pale.from && level < pale.to).toSorted((one, other) => one - other);
    if (levels.length < leastPlaces || seen.length < leastShare * levels.length) return [];
    return [seen[Math.floor(darkestShare * seen.length)] ?? 0];
  });
  if (darkest.length < leastParts) return null;
  darkest.sort((one, other) => one - other);
  const cut = (darkest[darkest.length >> 1] ?? 0) - marginLevels;
  return cut >= leastCut ? cut : null;
}

/** How light the page is at places where the form has neither print nor a field, part by part. */
export function freeLevels(page: PreparedPage, warp: Warp, form: EmptyForm, zones: readonly Zone[]): number[][] {
  return knownFreePlaces(form, zones).map((places) => {
    const levels: number[] = [];
    for (let index = 0; index < places.length; index += 2) {
      const place = { x: places[index] ?? 0, y: places[index + 1] ?? 0 };
      const level = meanNear(page, applyWarp(warp, place), grainReachPx);
      if (level !== null) levels.push(level);
    }
    return levels;
  });
}

/** Places in millimetres, x and y in turn. */
type Places = Float32Array;

/** The free places of each form that was looked at, by its picture: pages of one form come by the hundred. */
const known = new WeakMap<
  EmptyForm['image'],
  { readonly zones: readonly Zone[]; readonly places: readonly Places[] }
>();

function knownFreePlaces(form: EmptyForm, zones: readonly Zone[]): readonly Places[] {
  const kept = known.get(form.image);
  if (kept?.zones === zones) return kept.places;
  const places = freePlaces(form, zones);
  known.set(form.image, { zones, places });
  return places;
}

function freePlaces(form: EmptyForm, zones: readonly Zone[]): Places[] {
  const pxPerMm = form.dpi / 25.4;
  const isNearPrint = nearPrint(form, pxPerMm);
  const size = sizeOf(form);
  const places = emptyParts();
  for (let y = clearMm.edges; y < size.height - clearMm.edges; y += stepMm) {
    const beside = zones.filter(
      ({ rectMm }) => y > rectMm.y - clearMm.zones && y < rectMm.y + rectMm.height + clearMm.zones,
    );
    for (let x = clearMm.edges; x < size.width - clearMm.edges; x += stepMm) {
      if (isNearPrint(Math.floor(x * pxPerMm), Math.floor(y * pxPerMm))) continue;
      const isInZone = beside.some(
        ({ rectMm }) => x > rectMm.x - clearMm.zones && x < rectMm.x + rectMm.width + clearMm.zones,
      );
      if (!isInZone) places[partOf({ x, y }, size)]?.push(x, y);
    }
  }
  return places.map((part) => Float32Array.from(part));
}

/** How light most of the form's dark print is at most, in the part where it is lightest. */
export function palestPrint(page: PreparedPage, warp: Warp, form: EmptyForm): number {
  const { data, widthPx, heightPx } = form.image;
  const pxPerMm = form.dpi / 25.4;
  const levels = emptyParts();
  for (let y = 0; y < heightPx; y += printStep) {
    for (let x = 0; x < widthPx; x += printStep) {
      if (255 - (data[y * widthPx + x] ?? 255) < printDarkness) continue;
      const place = { x: (x + 0.5) / pxPerMm, y: (y + 0.5) / pxPerMm };
      const level = darkestNear(page, applyWarp(warp, place), 2);
      if (level !== null) levels[partOf(place, sizeOf(form))]?.push(level);
    }
  }
  const palest = levels.flatMap((part) => {
    if (part.length < leastPlaces) return [];
    part.sort((one, other) => one - other);
    return [part[Math.floor(printShare * part.length)] ?? 0];
  });
  return Math.max(0, ...palest);
}

interface SizeMm {
  readonly width: number;
  readonly height: number;
}

function sizeOf({ image, dpi }: EmptyForm): SizeMm {
  return { width: (image.widthPx * 25.4) / dpi, height: (image.heightPx * 25.4) / dpi };
}

function emptyParts(): number[][] {
  return Array.from({ length: parts.columns * parts.rows }, () => []);
}

function partOf({ x, y }: Point, { width, height }: SizeMm): number {
  return Math.floor((y / height) * parts.rows) * parts.columns + Math.floor((x / width) * parts.columns);
}

/** The mean level around a place of the page, null off the page. */
function meanNear({ image }: PreparedPage, { x, y }: Point, reach: number): number | null {
  const side = 2 * reach + 1;
  const [left, top] = [Math.floor(x) - reach, Math.floor(y) - reach];
  if (left < 0 || top < 0 || left + side > image.widthPx || top + side > image.heightPx) return null;
  let sum = 0;
  for (let row = top; row < top + side; row += 1) {
    for (let at = row * image.widthPx + left; at < row * image.widthPx + left + side; at += 1) {
      sum += image.data[at] ?? 255;
    }
  }
  return sum / side ** 2;
}

/** The darkest level around a place of the page, null off the page. */
function darkestNear({ image }: PreparedPage, { x, y }: Point, reach: number): number | null {
  const [left, top] = [Math.floor(x) - reach, Math.floor(y) - reach];
  if (left < 0 || top < 0 || left + 2 * reach >= image.widthPx || top + 2 * reach >= image.heightPx) return null;
  let darkest = 255;
  for (let row = top; row <= top + 2 * reach; row += 1) {
    for (let at = row * image.widthPx + left; at <= row * image.widthPx + left + 2 * reach; at += 1) {
      darkest = Math.min(darkest, image.data[at] ?? 255);
    }
  }
  return darkest;
}

function nearPrint({ image }: EmptyForm, pxPerMm: number): (x: number, y: number) => boolean {
  const kernel = sharedKernel();
  const { data, widthPx } = kernel.scope(() =>
    kernel.read(kernel.dilate(kernel.darker(kernel.load(image), 225), Math.round(clearMm.print * pxPerMm))),
  );
  return (x, y) => data[y * widthPx + x] !== 0;
}
