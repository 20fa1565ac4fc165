import type { Box } from '../../model/geometry.ts';
import type { InkMask } from '../ink/mask.ts';
import { grow } from './boxes.ts';
import type { MarkInk } from './mark-ink.ts';

/** What is measured of the new ink of one tick box. */
export interface MarkFeatures {
  /** Share of the box's inside that is newly inked, 0 to 1. */
  readonly inkShare: number;
  /** Share of the inside that is inked in mere crumbs, which `inkShare` leaves out, 0 to 1. */
  readonly crumbShare: number;
  /** The longer side of the new ink inside, relative to that of the inside, 0 to 1. */
  readonly extent: number;
  /** Share of the directions from the box's middle in which there is new ink close around the box, 0 to 1. */
  readonly roundShare: number;
  /** The longer side of the new ink close around the box, in box sides. */
  readonly outsideExtent: number;
}

/** The ring around the box that is looked at. */
const ringFromMm = 0.3;
const ringToMm = 2.4;
const directions = 16;

/** Measures the ink in a tick box and around it. */
export function measureMark({
  located: { box },
  crumbsPx,
  inside,
  insideInk,
  ink,
  foreign,
  pxPerMm,
}: MarkInk): MarkFeatures {
  const { count, extentPx } = measureInside(insideInk, inside);
  const widthPx = Math.max(1, inside[2] - inside[0]);
  const heightPx = Math.max(1, inside[3] - inside[1]);
  return {
    inkShare: Math.min(1, count / (widthPx * heightPx)),
    crumbShare: Math.min(1, crumbsPx / (widthPx * heightPx)),
    extent: extentPx / Math.max(widthPx, heightPx),
    ...measureRing(ink, foreign, box, pxPerMm),
  };
}

function measureInside(ink: InkMask, inside: Box): { count: number; extentPx: number } {
  let count = 0;
  const hull = emptyHull();
  eachInk(ink, inside, (x, y) => {
    count += 1;
    widen(hull, x, y);
  });
  return { count, extentPx: extentOf(hull) };
}

function measureRing(
  ink: InkMask,
  foreign: InkMask,
  box: Box,
  pxPerMm: number,
): Pick<MarkFeatures, 'roundShare' | 'outsideExtent'> {
  const [x0, y0, x1, y1] = grow(box, Math.round(ringFromMm * pxPerMm));
  const middleX = (x0 + x1) / 2;
  const middleY = (y0 + y1) / 2;
  const seen = new Set<number>();
  const hull = emptyHull();
  eachInk(ink, grow(box, Math.round(ringToMm * pxPerMm)), (x, y) => {
    if ((x >= x0 && x < x1 && y >= y0 && y < y1) || foreign.data[y * ink.widthPx + x] === 1) return;
    const turn = Math.atan2(y - middleY, x - middleX) / (2 * Math.PI) + 0.5;
    seen.add(Math.min(directions - 1, Math.floor(turn * directions)));
    widen(hull, x, y);
  });
  return { roundShare: seen.size / directions, outsideExtent: extentOf(hull) / (box[2] - box[0]) };
}

function eachInk({ data, widthPx, heightPx }: InkMask, [x0, y0, x1, y1]: Box, visit: (x: number, y: number) => void) {
  for (let y = Math.max(0, y0); y < Math.min(heightPx, y1); y += 1) {
    for (let x = Math.max(0, x0); x < Math.min(widthPx, x1); x += 1) {
      if (data[y * widthPx + x] === 1) visit(x, y);
    }
  }
}

interface Hull {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

function emptyHull(): Hull {
  return { x0: Number.POSITIVE_INFINITY, y0: Number.POSITIVE_INFINITY, x1: 0, y1: 0 };
}

function widen(hull: Hull, x: number, y: number): void {
  hull.x0 = Math.min(hull.x0, x);
  hull.y0 = Math.min(hull.y0, y);
  hull.x1 = Math.max(hull.x1, x + 1);
  hull.y1 = Math.max(hull.y1, y + 1);
}

function extentOf({ x0, y0, x1, y1 }: Hull): number {
  return Math.max(0, x1 - x0, y1 - y0);
}
