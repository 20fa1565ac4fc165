import type { Box, RectMm } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { Plane } from '../../prepare/kernel/kernel.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import type { Component } from './components.ts';
import { faintLevel, withFaintWriting } from './faint.ts';
import { cutRegion, drawEmptyForm, type FormView, imageBox, type Region, regionAround } from './form-view.ts';
import { emptyMask, type InkMask } from './mask.ts';
import { settlePrint } from './printed.ts';
import { withoutSpecks } from './specks.ts';

/** The ink of a zone that the empty form has not. */
export interface ZoneInk {
  /** What is looked at: the zone and a margin, for writing does not keep to its box. */
  readonly region: Region;
  /** The zone itself, in pixels of the region. */
  readonly zoneBox: Box;
  readonly grey: GreyImage;
  /** Pieces of ink that belong to the zone, without specks and remains of rules. */
  readonly components: readonly Component[];
  /** Pieces in the margin. */
  readonly around: readonly Component[];
  readonly ink: InkMask;
  /** The form's own print in the region and a little around it. */
  readonly print: InkMask;
  readonly pxPerMm: number;
}

/** Prepared pages have white paper and black ink: everything clearly off white is ink, pale pencil too. */
export const inkLevel = 200;
/** Faint writing is found by its letters; smaller than this it is not told from dust. */
const leastFaintMm2 = 0.2;
const softEdgePx = 2;
const reachMm = 0.5;
/** Beyond its own thickness, print is taken away this far: registration, blur and dot gain. */
const printMarginMm = 0.17;
const ruleMm = 1.2;
/** A piece of ink that lies this much along print is what is left of the print. */
const residueShare = 0.75;
/** So is a stretch of ink no thicker than this that runs along near print. */
const thinMm = 0.2;
const thinLengthShare = 3;
const thinReachMm = 0.5;
/** How much of a piece must lie in the zone, unless its middle does. */
const insideShare = 0.5;

/** Finds the writing in a zone. Null when the zone lies off the page. */
export function findZoneInk(view: FormView, rectMm: RectMm, marginMm: number): ZoneInk | null {
  const { pxPerMm } = view;
  const box = imageBox(view, rectMm);
  const region = regionAround(view.page.image, box, Math.round(marginMm * pxPerMm));
  if (region === null) return null;
  const grey = cutRegion(view.page.image, region);
  const zoneBox: Box = [box[0] - region.left, box[1] - region.top, box[2] - region.left, box[3] - region.top];
  const { dark, pale, paleLevel, nearDark, print, nearPrint, roundPrint } = separateInk(view, region, grey);
  const pieces = withFaintWriting(dark, pale, grey, {
    paleLevel,
    leastPx: leastFaintMm2 * pxPerMm ** 2,
    near: nearDark,
    pxPerMm,
  });
  const written = pieces.filter((piece) => {
    const around = isThinStretch(piece, pxPerMm) ? roundPrint : nearPrint;
    return shareOf(piece, (at) => around[at] === 1) < residueShare;
  });
  const own = written.filter((piece) => isPieceOf(piece, zoneBox, region.widthPx));
  const around = written.filter((piece) => !own.includes(piece));
  const components = withoutSpecks(own, pxPerMm);
  return { region, zoneBox, grey, components, around, ink: maskOf(components, region), print, pxPerMm };
}

/** The same zone with some of its pieces. */
export function keepPieces(zoneInk: ZoneInk, components: readonly Component[]): ZoneInk {
  if (components === zoneInk.components) return zoneInk;
  return { ...zoneInk, components, ink: maskOf(components, zoneInk.region) };
}

const noPrint = new Uint8Array();

interface SeparatedInk {
  /** Pieces of ink that lie beside the print; and the same of all that is not quite white. */
  readonly dark: readonly Component[];
  readonly pale: readonly Component[];
  /** What is darker than this is not quite white. */
  readonly paleLevel: number;
  /** The dark ink with its soft edges. */
  readonly nearDark: InkMask;
  readonly print: InkMask;
  /** The print and a little around it, as a mask's data; and more around it. Empty where no piece is to be held against it. */
  readonly nearPrint: Uint8Array;
  readonly roundPrint: Uint8Array;
}

/** Takes the print of the empty form away from the ink of a region. */
function separateInk(view: FormView, region: Region, grey: GreyImage): SeparatedInk {
  const kernel = sharedKernel();
  const px = (mm: number) => Math.round(mm * view.pxPerMm);
  return kernel.scope(() => {
    const page = kernel.load(grey);
    const paleLevel = faintLevel(kernel.histogram(page));
    const form = drawEmptyForm(kernel, view, region);
    const printAt = (ink: Plane, level: number) =>
      kernel.dilate(settlePrint(kernel, kernel.darker(form, level), ink, px(reachMm)), Math.max(1, px(printMarginMm)));
    const darkInk = kernel.darkerOnAverage(page, inkLevel);
    const paleInk = kernel.darkerOnAverage(page, paleLevel);
    const print = printAt(darkInk, inkLevel);
    // Forms have pale lines too, and dark ones pale edges.
    const palePrint = kernel.dilate(printAt(paleInk, paleLevel), Math.max(1, px(printMarginMm)));
    const darkWriting = kernel.withoutPrint(darkInk, print, px(ruleMm));
    const dark = kernel.pieces(darkWriting);
    const pale = kernel.pieces(kernel.withoutPrint(paleInk, palePrint, px(ruleMm)));
    const aroundPrint = (mm: number) => kernel.read(kernel.dilate(print, Math.max(1, px(mm)))).data;
    const thin = [...dark, ...pale].map((piece) => isThinStretch(piece, view.pxPerMm));
    return {
      dark,
      pale,
      paleLevel,
      nearDark: kernel.read(kernel.dilate(darkWriting, softEdgePx)),
      print: kernel.read(print),
      nearPrint: thin.includes(false) ? aroundPrint(printMarginMm) : noPrint,
      roundPrint: thin.includes(true) ? aroundPrint(thinReachMm) : noPrint,
    };
  });
}

/**
 * The writing alone, on white: the grey of kept ink and of its soft edges. Beyond the kept ink only its soft edge is copied:
 * whatever is dark there is print or somebody else's writing.
 */
export function writingImage({ grey, ink }: ZoneInk, written: InkMask = ink): GreyImage {
  const kernel = sharedKernel();
  return kernel.scope(() => {
    const kept = kernel.load(written);
    return kernel.read(kernel.keepWriting(kernel.load(grey), kept, kernel.dilate(kept, softEdgePx), inkLevel));
  });
}

function maskOf(components: readonly Component[], { widthPx, heightPx }: Region): InkMask {
  const mask = emptyMask(widthPx, heightPx);
  for (const { pixels } of components) {
    for (let at = 0; at < pixels.length; at += 1) mask.data[pixels[at] ?? 0] = 1;
  }
  return mask;
}

/** Share of a component's pixels for which `test` holds. */
function shareOf({ pixels }: Component, test: (at: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 1) if (test(pixels[at] ?? 0)) count += 1;
  return count / pixels.length;
}

/** Whether a piece runs along like what is left of a rule. Hyphens are thicker; underscores, where there is no rule, stay. */
function isThinStretch({ box: [x0, y0, x1, y1], pixels }: Component, pxPerMm: number): boolean {
  const lengthPx = x1 - x0;
  return pixels.length / lengthPx <= thinMm * pxPerMm && lengthPx >= thinLengthShare * (y1 - y0);
}

/** Whether a piece belongs to a zone by its place: its middle lies in it, or most of its ink. `widthPx` is that of its picture. */
export function isPieceOf(component: Component, zone: Box, widthPx: number): boolean {
  const [x0, y0, x1, y1] = component.box;
  if (isInside(zone, (x0 + x1) / 2, (y0 + y1) / 2)) return true;
  return shareOf(component, (at) => isInside(zone, at % widthPx, Math.floor(at / widthPx))) >= insideShare;
}

function isInside([x0, y0, x1, y1]: Box, x: number, y: number): boolean {
  return x >= x0 && x < x1 && y >= y0 && y < y1;
}
