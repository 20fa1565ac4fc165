import type { Component } from '../ink/components.ts';
import { isLetterSized } from '../ink/letter-size.ts';
import type { ZoneInk } from '../ink/zone-ink.ts';

/** A letter that reaches farther over the upper or lower edge of its zone crosses it; so far go tails. */
const crossingMm = 0.5;
/** So many letters of a zone that cross its edge are more than tails and capitals written large. */
const crossingShare = 0.5;
/** Of a line beside a zone that holds less itself so many letters are seen. */
const leastStray = 2;

/** Whether the line of a zone stands on its upper or lower edge, or beside it. */
export function leavesUpOrDown(zoneInk: ZoneInk): boolean {
  const { components, around, zoneBox, pxPerMm } = zoneInk;
  const letters = components.filter((piece) => isLetterSized(piece, pxPerMm));
  const slackPx = crossingMm * pxPerMm;
  const crossing = letters.filter(({ box }) => box[1] < zoneBox[1] - slackPx || box[3] > zoneBox[3] + slackPx);
  const stray = around.filter((piece) => isAboveOrBelow(piece, zoneInk) && isLetterSized(piece, pxPerMm));
  if (stray.length >= leastStray && stray.length > letters.length) return true;
  return letters.length > 0 && crossing.length + stray.length >= crossingShare * (letters.length + stray.length);
}

function isAboveOrBelow({ box }: Component, { zoneBox }: ZoneInk): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x >= zoneBox[0] && x < zoneBox[2] && (y < zoneBox[1] || y >= zoneBox[3]);
}
