import type { Box, RectMm } from '../../model/geometry.ts';
import type { Component } from '../ink/components.ts';
import { type FormView, imageBox, type Region, regionAround } from '../ink/form-view.ts';
import type { InkMask } from '../ink/mask.ts';
import { thickInk } from '../ink/thick.ts';
import { distance, toRegion } from './boxes.ts';
import { type LocatedBox, locateBox } from './locate-box.ts';
import { addInk, inkLevel, maskOf, separateInk, strokesOf } from './separate-ink.ts';

/** The ink in and around a tick box that the empty form has not. */
export interface MarkInk {
  readonly region: Region;
  /** The printed box as it lies on this page, its frame included, in pixels of the region. */
  readonly located: LocatedBox;
  /** Whether the empty form shows a frame there. */
  readonly framed: boolean;
  /** Pixels inside that lie in pieces too small to be a stroke and too large to be grain. */
  readonly crumbsPx: number;
  /** The place inside its frame, in pixels of the region. */
  readonly inside: Box;
  /** The ink that counts inside: all of it where the page shows the frame, for a tick box is printed empty. */
  readonly insideInk: InkMask;
  /** The ink that the empty form has not. */
  readonly ink: InkMask;
  /** What lies outside and is no mark of this box: strokes that reach into another one, and ink that no pen draws. */
  readonly foreign: InkMask;
  readonly pxPerMm: number;
}

/** Rings and ticks beside the box lie within this, and so do most of the next boxes, whose ticks reach over. */
const aroundMm = 6;
const boxReachMm = 1;
/** Of a stroke, so much must lie in a box for it to be that box's. */
const reachesInMm2 = 0.15;
/** A piece of ink that lies this much along print is what is left of the print. */
const residueShare = 0.75;
const speckMm2 = 0.18;
/** Smaller still is grain. Between the two lie dirt and the crumbs of a faded stroke. */
const grainMm2 = 0.04;
/** Thicker than pens and what they fill in a box: punched holes, with their soft rim. */
const thickMm = 2.5;
const thickRimMm = 0.35;
const framedShare = 0.7;
/** Thickness of the frame and of its soft edges. */
const frameMm = 0.58;

/**
 * Finds the ink of a box. `others` are the other boxes of the page: strokes that reach into one of these, or into none and lie
 * nearer to one, are theirs, however close to this box they pass. Looks as far around the box as `marginMm`, at ink darker than
 * `level`. Null when the box lies off the page.
 */
export function findMarkInk(
  view: FormView,
  rectMm: RectMm,
  others: readonly RectMm[] = [],
  { marginMm = aroundMm, level = inkLevel }: { readonly marginMm?: number; readonly level?: number } = {},
): MarkInk | null {
  const { pxPerMm } = view;
  const speckPx = speckMm2 * pxPerMm ** 2;
  const px = (mm: number) => Math.max(1, Math.round(mm * pxPerMm));
  const expected = imageBox(view, rectMm);
  const region = regionAround(view.page.image, expected, px(marginMm));
  if (region === null) return null;
  const inRegion = toRegion(expected, region);
  const { pageInk, wideInk, print, widePrint, pagePieces, written, joined, nearPrint } = separateInk(
    view,
    region,
    level,
  );
  const components = written.filter(
    (piece) =>
      piece.pixels.length >= speckPx &&
      countIf(piece, (at) => nearPrint[at] === 1) < residueShare * piece.pixels.length,
  );
  const otherBoxes = others.map((other) => toRegion(imageBox(view, other), region));
  const reachesInto = (stroke: readonly Component[], box: Box) =>
    stroke.reduce((sum, piece) => sum + countInside(piece, box, region.widthPx), 0) >= reachesInMm2 * pxPerMm ** 2;
  const foreign = strokesOf(components, joined, region)
    .filter((stroke) => !reachesInto(stroke, inRegion))
    .filter((stroke) => otherBoxes.some((box) => reachesInto(stroke, box) || isNearer(stroke, box, inRegion)))
    .flat();
  const located = locateBox(pageInk, wideInk, inRegion, px(boxReachMm));
  const framed = locateBox(print, widePrint, inRegion, px(boxReachMm)).frameShare >= framedShare;
  const ink = maskOf(components, region);
  const [x0, y0, x1, y1] = located.box;
  const frame = px(frameMm);
  const inside: Box = [x0 + frame, y0 + frame, x1 - frame, y1 - frame];
  const seen = located.frameShare >= framedShare ? maskOf(withoutSpecks(pagePieces, speckPx), region) : ink;
  const crumbs = pagePieces.filter(({ pixels }) => pixels.length < speckPx && pixels.length >= grainMm2 * pxPerMm ** 2);
  const crumbsPx = crumbs.reduce((sum, piece) => sum + countInside(piece, inside, region.widthPx), 0);
  const elsewhere = maskOf(foreign, region);
  addInk(elsewhere, thickInk(pageInk, px(thickMm), px(thickRimMm)));
  return { region, located, framed, crumbsPx, inside, insideInk: seen, ink, foreign: elsewhere, pxPerMm };
}

/** Whether the middle of a stroke lies nearer to one box than to another: the one that it was meant for, if for any. */
function isNearer(stroke: readonly Component[], one: Box, other: Box): boolean {
  const edge = (pick: (...edges: number[]) => number, side: 0 | 1 | 2 | 3) =>
    pick(...stroke.map(({ box }) => box[side]));
  const whole: Box = [edge(Math.min, 0), edge(Math.min, 1), edge(Math.max, 2), edge(Math.max, 3)];
  return distance(whole, one) < distance(whole, other);
}

function withoutSpecks(pieces: readonly Component[], speckPx: number): Component[] {
  return pieces.filter(({ pixels }) => pixels.length >= speckPx);
}

function countIf({ pixels }: Component, test: (at: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 1) if (test(pixels[at] ?? 0)) count += 1;
  return count;
}

function countInside(piece: Component, [x0, y0, x1, y1]: Box, widthPx: number): number {
  return countIf(piece, (at) => {
    const x = at % widthPx;
    const y = (at - x) / widthPx;
    return x >= x0 && x < x1 && y >= y0 && y < y1;
  });
}
