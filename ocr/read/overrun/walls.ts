import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { Component } from '../ink/components.ts';
import { leastLetterMm } from '../ink/has-writing.ts';
import type { InkMask } from '../ink/mask.ts';
import { inkLevel, type ZoneInk } from '../ink/zone-ink.ts';

export const sideNames = ['left', 'right'] as const;
export type SideName = (typeof sideNames)[number];

type Ink = Pick<ZoneInk, 'print' | 'grey' | 'pxPerMm'>;

/** A letter's stroke that lies on the wall of its field is taken away with it; no remainder is farther from the wall. */
const touchMm = 0.2;
/** What is left of the wall itself reaches no farther from it. */
const leastReachMm = 0.35;
/** A wall goes on above and below: so much of the rows around a piece. */
const wallShare = 0.9;
/** Nobody begins or ends a line so near to a wall; and so far at most is the next letter of a line that goes on. */
const beside = { tooNearMm: 0.3, nextMm: 1.1 } as const;
/** A wall of the form, at the level of faint writing: so many of its rows are not white, and pixels beside it are its edge. */
const notWhite = 235;
const darkShare = 0.6;
const besidePx = 3;
/** So much ink along a wall is what is left of a letter that lies on it. */
const remainder = { reachMm: 0.6, leastMm2: 0.1 } as const;

/**
 * Whether a piece of ink hangs on an upright wall of the print or lies across it: part of it may have been taken away with it.
 * `rows` are those of the letter it stands level with, in pixels of the region.
 */
export function hangsOnWall({ box: [x0, , x1] }: Component, [, top, , bottom]: Box, ink: Ink): boolean {
  if (x1 - x0 < leastReachMm * ink.pxPerMm) return false;
  const reach = Math.round(touchMm * ink.pxPerMm);
  return hasWall(ink.print, [x0 - reach, top, x1 + reach, bottom]);
}

/** Whether the letter behind this one, or before it, may lie on a wall: there is no room for it, or some ink along the wall. */
export function standsAtWall(letter: Box, side: SideName, ink: Ink): boolean {
  const [, y0, , y1] = letter;
  if (y1 - y0 < leastLetterMm * ink.pxPerMm) return false;
  if (hasWall(ink.print, besideLetter(letter, side, beside.tooNearMm * ink.pxPerMm))) return true;
  if (!hasWall(ink.print, besideLetter(letter, side, beside.nextMm * ink.pxPerMm))) return false;
  return inkBeyond(besideLetter(letter, side, (beside.nextMm + remainder.reachMm) * ink.pxPerMm), ink);
}

/** How many pixels of a strip of the page are not white that lie in no upright wall and not right beside one. */
export function inkBesideWalls({ data, widthPx, heightPx }: GreyImage): number {
  const columns = new Int32Array(widthPx);
  for (let at = 0; at < data.length; at += 1)
    if ((data[at] ?? 255) < notWhite) columns[at % widthPx] = (columns[at % widthPx] ?? 0) + 1;
  const isWall = (x: number) => (columns[x] ?? 0) >= darkShare * heightPx;
  return columns.reduce((sum, count, x) => {
    for (let near = x - besidePx; near <= x + besidePx; near += 1) if (isWall(near)) return sum;
    return sum + count;
  }, 0);
}

function besideLetter([x0, y0, x1, y1]: Box, side: SideName, reachPx: number): Box {
  const reach = Math.round(reachPx);
  return side === 'left' ? [x0 - reach, y0, x0 - 1, y1] : [x1 + 1, y0, x1 + reach, y1];
}

function inkBeyond([left, top, right, bottom]: Box, { grey, print, pxPerMm }: Ink): boolean {
  let count = 0;
  for (let y = Math.max(0, top); y < Math.min(grey.heightPx, bottom); y += 1) {
    for (let x = Math.max(0, left); x < Math.min(grey.widthPx, right); x += 1) {
      const at = y * grey.widthPx + x;
      if ((grey.data[at] ?? 255) < inkLevel && print.data[at] === 0) count += 1;
    }
  }
  return count >= remainder.leastMm2 * pxPerMm ** 2;
}

/** Whether nearly every row of a box holds print. */
function hasWall({ data, widthPx, heightPx }: InkMask, [left, top, right, bottom]: Box): boolean {
  const [x0, x1] = [Math.max(0, left), Math.min(widthPx, right)];
  let rows = 0;
  for (let y = Math.max(0, top); y < Math.min(heightPx, bottom); y += 1) {
    if (data.subarray(y * widthPx + x0, y * widthPx + x1).includes(1)) rows += 1;
  }
  return x1 > x0 && rows >= wallShare * (bottom - top);
}
