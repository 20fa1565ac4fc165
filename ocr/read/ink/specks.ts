import type { Box } from '../../model/geometry.ts';
import type { Component } from './components.ts';

/** Smaller than this is never writing; a thin full stop has about 0.1 mm2. */
const leastMm2 = 0.05;
/** Smaller than this is a dot, a comma or an accent, which stands by a letter, or else a speck. */
const smallMm2 = 0.18;
const nearMm = 0.9;

/** Leaves out specks: tiny pieces, and small ones that stand by no larger one. */
export function withoutSpecks(components: readonly Component[], pxPerMm: number): Component[] {
  const areaPx = pxPerMm * pxPerMm;
  const large = components.filter(({ pixels }) => pixels.length >= smallMm2 * areaPx);
  const nearPx = nearMm * pxPerMm;
  return components.filter(({ pixels, box }) => {
    if (pixels.length >= smallMm2 * areaPx) return true;
    return pixels.length >= leastMm2 * areaPx && large.some((other) => distance(box, other.box) <= nearPx);
  });
}

/** Distance between two boxes along the farther axis; 0 when they touch or overlap. */
function distance(one: Box, other: Box): number {
  const dx = Math.max(other[0] - one[2], one[0] - other[2], 0);
  const dy = Math.max(other[1] - one[3], one[1] - other[3], 0);
  return Math.max(dx, dy);
}
