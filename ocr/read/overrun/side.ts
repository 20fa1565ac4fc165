import type { Zone } from '../../model/form.ts';
import { type Box, holdsMiddle, type RectMm } from '../../model/geometry.ts';
import { shiftBox } from '../crop.ts';
import type { Component } from '../ink/components.ts';
import { cutRegion, type FormView, imageBox, type Region, regionAround } from '../ink/form-view.ts';
import { isBlot, isLetterSized } from '../ink/letter-size.ts';
import { findZoneInk, type ZoneInk } from '../ink/zone-ink.ts';
import { areLevel } from './line-owners.ts';
import { hangsOnWall, inkBesideWalls, type SideName, standsAtWall } from './walls.ts';

/** Another zone of the form, which has writing of its own. */
export interface OtherZone {
  readonly rectMm: RectMm;
  readonly kind: Zone['kind'];
}

/** What is to be seen at one side of a zone. */
export interface Side {
  /** There is ink beyond the side that writing comes near to. */
  readonly goesOn: boolean;
  /** Part of the writing may lie on a wall of the print, and be taken away with it. */
  readonly onWall: boolean;
}

/** Writing that ends farther from the side of its zone does not leave it: typewriters leave 3.4 mm between two words. */
const sideMm = 4;
/** Walls of a field stand so near to its zone. */
const wallMm = 1.5;
/** Ticks and crosses reach out of their boxes. */
const markMm = 1.5;
/** Less ink than this is no letter, nor what a wall leaves of one. */
const leastInkMm2 = 0.05;

/** Looks at what stands beside a zone, where its writing comes near or where it is empty. `found` is the ink of the zone. */
export function lookBeside(
  view: FormView,
  rectMm: RectMm,
  found: ZoneInk,
  others: readonly OtherZone[],
  side: SideName,
): Side {
  const near = found.components.filter((piece) => isNearSide(piece, found, side));
  if (near.length === 0 && found.components.length > 0) return { goesOn: false, onWall: false };
  const strip = hasInkBeside(view, rectMm, side) ? findZoneInk(view, stripAt(rectMm, side), 0) : null;
  if (strip === null) return { goesOn: false, onWall: isLineOnWall(near, found, found.components, found, side) };
  const pieces = strip.components.filter((piece) => !isBlot(piece, strip.pxPerMm));
  const zone = boxIn(view, rectMm, strip.region);
  const mayHang = pieces.filter((piece) => isWhole(piece, strip, side) && !isRuled(view, piece, strip, others));
  return {
    goesOn: near.length > 0 && pieces.some(({ box }) => !holdsMiddle(zone, box)),
    onWall: near.length === 0 ? hasLetterOnWall(mayHang, strip) : isLineOnWall(near, found, mayHang, strip, side),
  };
}

function isNearSide({ box }: Component, { zoneBox, pxPerMm }: ZoneInk, side: SideName): boolean {
  return side === 'left' ? box[0] - zoneBox[0] <= sideMm * pxPerMm : zoneBox[2] - box[2] <= sideMm * pxPerMm;
}

/** Whether there may be writing beside a zone: more is dark there than a wall and the grain of the paper. */
function hasInkBeside(view: FormView, { x, y, width, height }: RectMm, side: SideName): boolean {
  const outside = { x: side === 'left' ? x - sideMm : x + width, y, width: sideMm, height };
  const region = regionAround(view.page.image, imageBox(view, outside), 0);
  return region !== null && inkBesideWalls(cutRegion(view.page.image, region)) >= leastInkMm2 * view.pxPerMm ** 2;
}

/** What lies beside a zone, and of the zone as much as may hang on its wall. */
function stripAt({ x, y, width, height }: RectMm, side: SideName): RectMm {
  return { x: side === 'left' ? x - sideMm : x + width - wallMm, y, width: sideMm + wallMm, height };
}

/** Whether a piece of ink ends within the strip on its outer side. */
function isWhole({ box }: Component, { region }: ZoneInk, side: SideName): boolean {
  return side === 'left' ? box[0] > 0 : box[2] < region.widthPx;
}

/** Whether a piece stands in a comb or a box, which have walls of their own. */
function isRuled(view: FormView, { box }: Component, strip: ZoneInk, others: readonly OtherZone[]): boolean {
  return others.some((other) => other.kind !== 'text' && holdsMiddle(reachOf(view, other, strip), box));
}

/** Whether a letter of a zone that is otherwise empty lies on its wall. */
function hasLetterOnWall(pieces: readonly Component[], strip: ZoneInk): boolean {
  return pieces.some((piece) => isLetterSized(piece, strip.pxPerMm) && hangsOnWall(piece, piece.box, strip));
}

/** Whether a letter that begins or ends a line may lie on the wall: `near` are those of the zone that are seen beside it. */
function isLineOnWall(
  near: readonly Component[],
  found: ZoneInk,
  pieces: readonly Component[],
  strip: ZoneInk,
  side: SideName,
): boolean {
  if (near.some(({ box }) => standsAtWall(box, side, found))) return true;
  const [dx, dy] = [found.region.left - strip.region.left, found.region.top - strip.region.top];
  const rows = near.map(({ box }) => shiftBox(box, dx, dy));
  return pieces.some((piece) => rows.some((row) => areLevel(row, piece.box) && hangsOnWall(piece, row, strip)));
}

/** Where a rectangle of the layout lies, in pixels of a region. */
export function boxIn(view: FormView, rectMm: RectMm, { left, top }: Region): Box {
  return shiftBox(imageBox(view, rectMm), -left, -top);
}

/** As far as the writing of another zone may reach. */
export function reachOf(view: FormView, { rectMm, kind }: OtherZone, { region, pxPerMm }: ZoneInk): Box {
  const [x0, y0, x1, y1] = boxIn(view, rectMm, region);
  const around = kind === 'mark' ? markMm * pxPerMm : 0;
  return [x0 - around, y0 - around, x1 + around, y1 + around];
}
