import type { Box, Point, RectMm } from '../../model/geometry.ts';
import type { Component } from '../ink/components.ts';
import { type FormView, imageBox, type Region } from '../ink/form-view.ts';
import { distance, grow, middleOf, overlap, toRegion } from './boxes.ts';
import type { MarkInk } from './mark-ink.ts';
import { strokeLevel } from './pale-stroke.ts';
import { separateInk, strokesOf } from './separate-ink.ts';

/** Crosses of typewriters and of print span 1.1 to 3.4 mm, pale ones too, and ink 0.7 mm² and more. */
const leastSideMm = 1;
const mostSideMm = 4.2;
const leastAreaMm2 = 0.65;
/** More of its hull is no stroke, but a blot; less is dust far apart. */
const fill = { least: 0.12, most: 0.78 } as const;
/** The middle of the mark may lie this far outside the frame. */
const besideMm = 0.8;
/** Ink that lies no farther from the box could be meant as well. Empty boxes have up to 0.4 mm² of dust. */
const aroundMm = 2.4;
const mostOther = 0.35;
/** With as much ink beside it as this share, and not at another box, it is one letter of many: a stamp's, or writing's. */
const leastAlike = 0.5;
const grainMm2 = 0.06;
/** At each end of a mark, so much of its ink may be dust that a frame ties to it. */
const tailShare = 0.04;

/** All the ink that belongs together, in pixels of the region. */
interface Stroke {
  readonly hull: Box;
  readonly areaPx: number;
  readonly pieces: readonly Component[];
}

/**
 * Whether one compact mark lies in a box or across its edge, nearer to it than to any of the `others`, and nothing else there
 * could be meant. Inside and outside count together, at the level of ink as pale as the frame: a typewriter's cross that stands
 * on a corner leaves too little inside, and a pale one too little of its strokes.
 */
export function hasWholeMark(view: FormView, markInk: MarkInk, others: readonly RectMm[]): boolean {
  const { region, located, pxPerMm } = markInk;
  const near = grow(located.box, aroundMm * pxPerMm);
  const all = strokesAround(view, markInk);
  const strokes = all.filter(({ pieces }) => pieces.some(({ box }) => overlap(box, near)));
  const boxes = others.map((other) => toRegion(imageBox(view, other), region));
  const isCompact = ({ hull: [x0, y0, x1, y1] }: Stroke) => Math.max(x1 - x0, y1 - y0) <= mostSideMm * pxPerMm;
  const own = strokes
    .filter(({ hull }) => !boxes.some((other) => distance(hull, other) < distance(hull, located.box)))
    .toSorted((one, other) => other.areaPx - one.areaPx);
  const [mark, ...rest] = own;
  if (mark === undefined || !strokes.every(isCompact)) return false;
  const otherPx = rest.reduce((sum, { areaPx }) => sum + areaPx, 0);
  const isAlike = (stroke: Stroke) => stroke !== mark && stroke.areaPx >= leastAlike * mark.areaPx;
  const isLetter = all.some((stroke) => isAlike(stroke) && !boxes.some((other) => overlap(stroke.hull, other)));
  return otherPx <= mostOther * mark.areaPx && !isLetter && looksLikeMark(mark, located.box, pxPerMm);
}

function looksLikeMark({ hull, areaPx }: Stroke, box: Box, pxPerMm: number): boolean {
  const [widthPx, heightPx] = [hull[2] - hull[0], hull[3] - hull[1]];
  const filled = areaPx / (widthPx * heightPx);
  return (
    Math.min(widthPx, heightPx) >= leastSideMm * pxPerMm &&
    areaPx >= leastAreaMm2 * pxPerMm ** 2 &&
    filled >= fill.least &&
    filled <= fill.most &&
    overlap(hull, box) &&
    distanceOutside(middleOf(hull), box) <= besideMm * pxPerMm
  );
}

function strokesAround(view: FormView, { region, located, pxPerMm }: MarkInk): Stroke[] {
  const { written, joined } = separateInk(view, region, strokeLevel(view, region, located.box));
  const pieces = written.filter(({ pixels }) => pixels.length >= grainMm2 * pxPerMm ** 2);
  return strokesOf(pieces, joined, region).map((stroke) => ({
    hull: hullOf(stroke, region),
    areaPx: stroke.reduce((sum, { pixels }) => sum + pixels.length, 0),
    pieces: stroke,
  }));
}

/** Around the ink but for its tails to each side. */
function hullOf(stroke: readonly Component[], { widthPx }: Region): Box {
  const places = stroke.flatMap(({ pixels }) => Array.from(pixels));
  const columns = places.map((at) => at % widthPx).toSorted((one, other) => one - other);
  const rows = places.map((at) => Math.floor(at / widthPx)).toSorted((one, other) => one - other);
  const first = Math.floor(tailShare * places.length);
  const at = (sorted: readonly number[], index: number) => sorted[index] ?? 0;
  const last = places.length - 1 - first;
  return [at(columns, first), at(rows, first), at(columns, last) + 1, at(rows, last) + 1];
}

function distanceOutside({ x, y }: Point, [x0, y0, x1, y1]: Box): number {
  return Math.hypot(Math.max(0, x0 - x, x - x1), Math.max(0, y0 - y, y - y1));
}
