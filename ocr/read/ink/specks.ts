import type { Box } from '../../model/geometry.ts';
import type { Component } from './components.ts';

/** Smaller than this is never writing; a thin full stop has about 0.1 mm2. */
const leastMm2 = 0.05;
/** Smaller than this is a dot, a comma or an accent, which stands by a letter, or else a speck. */
const smallMm2 = 0.18;
const nearMm = 0.9;
/** Typewriters leave this much between a full stop and the letters on either side. */
const pitchMm = 1.9;

/** Leaves out specks: tiny pieces, and small ones that stand by no larger one, nor between two of a line. */
export function withoutSpecks(components: readonly Component[], pxPerMm: number): Component[] {
  const areaPx = pxPerMm * pxPerMm;
  const large = components.filter(({ pixels }) => pixels.length >= smallMm2 * areaPx);
  const nearPx = nearMm * pxPerMm;
  return components.filter(({ pixels, box }) => {
    if (pixels.length >= smallMm2 * areaPx) return true;
    if (pixels.length < leastMm2 * areaPx) return false;
    return large.some((other) => distance(box, other.box) <= nearPx) || standsBetween(box, large, pitchMm * pxPerMm);
  });
}

/** Whether level pieces stand on both sides of a box, no farther than `reachPx`. */
function standsBetween(box: Box, pieces: readonly Component[], reachPx: number): boolean {
  const middle = (box[1] + box[3]) / 2;
  const level = pieces.filter(({ box: [, top, , bottom] }) => top <= middle && bottom >= middle);
  const onLeft = level.some((piece) => box[0] >= piece.box[2] && box[0] - piece.box[2] <= reachPx);
  return onLeft && level.some((piece) => piece.box[0] >= box[2] && piece.box[0] - box[2] <= reachPx);
}

/** Distance between two boxes along the farther axis; 0 when they touch or overlap. */
export function distance(one: Box, other: Box): number {
  const dx = Math.max(other[0] - one[2], one[0] - other[2], 0);
  const dy = Math.max(other[1] - one[3], one[1] - other[3], 0);
  return Math.max(dx, dy);
}
