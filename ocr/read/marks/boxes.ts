import type { Box, Point } from '../../model/geometry.ts';
import type { Region } from '../ink/form-view.ts';

/** A box of the page in pixels of a region. */
export function toRegion([x0, y0, x1, y1]: Box, { left, top }: Region): Box {
  return [x0 - left, y0 - top, x1 - left, y1 - top];
}

export function grow([x0, y0, x1, y1]: Box, byPx: number): Box {
  return [x0 - byPx, y0 - byPx, x1 + byPx, y1 + byPx];
}

export function overlap(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

/** From middle to middle. */
export function distance(one: Box, other: Box): number {
  const [from, to] = [middleOf(one), middleOf(other)];
  return Math.hypot(from.x - to.x, from.y - to.y);
}

export function middleOf([x0, y0, x1, y1]: Box): Point {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
}
