import { type Box, holdsMiddle, type RectMm } from '../../model/geometry.ts';
import type { Component } from '../ink/components.ts';
import type { FormView } from '../ink/form-view.ts';
import { isBlot } from '../ink/letter-size.ts';
import { distance } from '../ink/specks.ts';
import { inkWithoutStamp } from '../ink/stamps.ts';
import { findZoneInk, isPieceOf, keepPieces, type ZoneInk } from '../ink/zone-ink.ts';
import { type Letter, middleHeight, settleOwners } from './line-owners.ts';
import { boxIn, lookBeside, type OtherZone, reachOf } from './side.ts';
import { sideNames } from './walls.ts';

/** The ink of a zone after its writing was followed over the zone's sides. */
export interface FollowedInk {
  readonly zoneInk: ZoneInk;
  /**
   * Where the writing begins or ends is not certain: it runs over another zone, goes on outside of this one after a blank, or lies
   * on a wall.
   */
  readonly isOverrun: boolean;
}

/** How far writing is followed. */
const mostBeyondMm = 30;
const marginMm = 1;
/** Heights of the letters of a line, as shares of the middle one. */
const heights = { least: 0.35, most: 2.2 } as const;
/** Accents, dots and commas stand so near to their letter. */
const accentMm = 0.9;

/**
 * Follows writing that begins before its zone or runs out of it at a side: letters that go on at the usual gap are of the same
 * word, over the border of another zone too, and the word is that zone's in which most of it stands. After a blank, words
 * outside of all zones are taken to go on. Where nothing leaves the zone the very same ink is given back.
 */
export function followWriting(
  view: FormView,
  rectMm: RectMm,
  found: ZoneInk,
  others: readonly OtherZone[],
): FollowedInk {
  const sides = sideNames.map((side) => lookBeside(view, rectMm, found, others, side));
  const [left = 0, right = 0] = sides.map(({ goesOn }) => (goesOn ? mostBeyondMm : 0));
  const isCut = sides.some(({ onWall }) => onWall);
  const { x, width } = rectMm;
  const wideRect = { ...rectMm, x: x - left, width: left + width + right };
  const stamped = left + right === 0 ? null : findZoneInk(view, wideRect, marginMm);
  if (stamped === null) return { zoneInk: found, isOverrun: isCut };
  const wide = inkWithoutStamp(stamped);
  const zoneInk = { ...wide, zoneBox: boxIn(view, rectMm, wide.region) };
  const reaches = others.map((other) => reachOf(view, other, wide));
  const letters = lettersOf(zoneInk, reaches);
  const { own, isContested } = settleOwners(letters, wide.pxPerMm);
  const isSame = !isContested && [...own].every(({ box }) => staysInside(box, zoneInk));
  return {
    zoneInk: isSame ? found : keepPieces(zoneInk, writingOf(zoneInk, letters, own)),
    isOverrun: isContested || isCut,
  };
}

function isOfZone(piece: Component, { zoneBox, region }: ZoneInk): boolean {
  return isPieceOf(piece, zoneBox, region.widthPx);
}

/** The letters of the zone and those beside it that are as high. */
function lettersOf(zoneInk: ZoneInk, others: readonly Box[]): Letter[] {
  const inside = new Set(zoneInk.components.filter((piece) => isOfZone(piece, zoneInk)));
  const height = middleHeight([...inside]);
  return zoneInk.components.flatMap((piece): Letter[] => {
    const share = (piece.box[3] - piece.box[1]) / height;
    if (share < heights.least || share > heights.most || isBlot(piece, zoneInk.pxPerMm)) return [];
    const other = others.findIndex((box) => holdsMiddle(box, piece.box));
    return [{ piece, zone: inside.has(piece) ? 0 : other < 0 ? null : other + 1 }];
  });
}

/** All pieces of the zone but for letters that are not its own, and its letters outside with their accents and dots. */
function writingOf(zoneInk: ZoneInk, letters: readonly Letter[], own: ReadonlySet<Component>): Component[] {
  const isLetter = new Set(letters.map(({ piece }) => piece));
  const reachPx = accentMm * zoneInk.pxPerMm;
  const outside = [...own].filter((piece) => !isOfZone(piece, zoneInk));
  return zoneInk.components.filter((piece) => {
    if (isLetter.has(piece)) return own.has(piece);
    return isOfZone(piece, zoneInk) || outside.some(({ box }) => distance(box, piece.box) <= reachPx);
  });
}

function staysInside(box: Box, { zoneBox, pxPerMm }: ZoneInk): boolean {
  return box[0] >= zoneBox[0] - marginMm * pxPerMm && box[2] <= zoneBox[2] + marginMm * pxPerMm;
}
