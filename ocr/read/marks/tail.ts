import type { Box, Point } from '../../model/geometry.ts';
import type { Component } from '../ink/components.ts';
import { middleOf } from './boxes.ts';

/** The directions in which a tail leaves its box are no farther than this from their mean: what passes over a box leaves it twice. */
const spread = Math.PI / 4;

/** Whether a stroke of a region so wide ends in a box of it and leaves that in one direction, as the long leg of a tick does. */
export function isTail(stroke: readonly Component[], box: Box, widthPx: number): boolean {
  const places = stroke.flatMap(({ pixels }) => Array.from(pixels, (at) => placeOf(at, widthPx)));
  const outside = places.filter((place) => !isInside(place, box));
  if (outside.length === places.length || outside.length === 0) return false;
  const middle = middleOf(box);
  const angles = outside.map(({ x, y }) => Math.atan2(y - middle.y, x - middle.x));
  const mean = Math.atan2(sumOf(angles, Math.sin), sumOf(angles, Math.cos));
  return angles.every((angle) => Math.cos(angle - mean) >= Math.cos(spread));
}

function placeOf(at: number, widthPx: number): Point {
  return { x: at % widthPx, y: Math.floor(at / widthPx) };
}

function isInside({ x, y }: Point, [x0, y0, x1, y1]: Box): boolean {
  return x >= x0 && x < x1 && y >= y0 && y < y1;
}

function sumOf(angles: readonly number[], part: (angle: number) => number): number {
  return angles.reduce((sum, angle) => sum + part(angle), 0);
}
