import type { Component } from './components.ts';
import { isFaintAllOver } from './faint.ts';
import { distance } from './specks.ts';
import type { ZoneInk } from './zone-ink.ts';

/** Less ink than this is no writing: a single thin full stop has about 0.1 mm2. */
const leastInkMm2 = 0.2;
/** No letter is lower. */
export const leastLetterMm = 0.9;
/**
 * One piece at least is as long as this where something is written, unless it is faint all over: so it was in 4,953 written fields with
 * few pieces. Dust, which is black in its middle, was as long in none of 106 empty ones.
 */
const leastStrokeMm = 1.2;
/** A faint piece may be all that is left of a character: five of the empty ones had one. */
const leastFaintMm = 0.5;
/** Where no piece is as long, so many are dust; or fewer, where they do not stand together as those of broken letters do. */
const mostDust = 12;
const brokenPieces = 4;
const togetherMm = 0.5;

/** Whether there is enough ink in a zone to be writing, and in it a stroke of a letter, or many pieces, as broken letters leave. */
export function hasWriting(zoneInk: ZoneInk): boolean {
  const { components, pxPerMm } = zoneInk;
  const inkPx = components.reduce((sum, component) => sum + component.pixels.length, 0);
  if (inkPx < leastInkMm2 * pxPerMm * pxPerMm) return false;
  return (
    components.some((piece) => isStroke(piece, zoneInk)) ||
    components.length > mostDust ||
    largestGroup(components, togetherMm * pxPerMm) >= brokenPieces
  );
}

/** Whether a piece is more than dust and dots: it has the length of a letter's stroke, or is faint all over. */
export function isStroke(piece: Component, { grey, pxPerMm }: Pick<ZoneInk, 'grey' | 'pxPerMm'>): boolean {
  const [x0, y0, x1, y1] = piece.box;
  const longMm = Math.max(x1 - x0, y1 - y0) / pxPerMm;
  return longMm >= leastStrokeMm || (longMm >= leastFaintMm && isFaintAllOver(piece, grey));
}

/** How many pieces the largest group has of which each stands so near to another of it. */
function largestGroup(pieces: readonly Component[], nearPx: number): number {
  const left = new Set(pieces);
  let largest = 0;
  for (const first of pieces) {
    const group = left.delete(first) ? [first] : [];
    for (const member of group) {
      for (const other of left) {
        if (distance(member.box, other.box) > nearPx) continue;
        left.delete(other);
        group.push(other);
      }
    }
    largest = Math.max(largest, group.length);
  }
  return largest;
}
