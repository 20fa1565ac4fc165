import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import type { Component } from '../ink/components.ts';
import { cutRegion, type FormView, type Region } from '../ink/form-view.ts';
import type { MarkInk } from './mark-ink.ts';
import { inkLevel } from './separate-ink.ts';

/** A pale stroke spans at least this share of its box; it goes to a person. */
export const leastPaleExtent = 0.25;
const white = 255;
/** How dark ink must be to count, as a share of how dark the frame around it is. */
const shareOfFrame = 0.12;
/** The same for ink that shall be seen whole, without the grain around it. */
const shareOfPaleInk = 0.3;
/** Closer to white than this is the grain of the paper. */
const palestLevel = 246;
/** Where the frame is darker than this, everything that counts is ink at its usual level already. */
const paleFrame = 70;
/** The frame may lie this far from where it was found. */
const wanderPx = 2;
const speckMm2 = 0.1;
/** What is darker than the frame by this many greys was not printed with it: dust, when it is no larger than this. */
const darkerThanFrame = 40;
const dustMm2 = 0.3;

/**
 * The longer side of the longest piece of pale ink inside a box whose frame is pale as well, relative to the inside, 0 to 1: 0
 * where the frame is as dark as print is. Where toner was faint a stroke is as much paler as the frame that was printed black.
 */
export function paleExtent(view: FormView, { region, located, inside, pxPerMm }: MarkInk): number {
  const grey = cutRegion(view.page.image, region);
  const frameLevel = levelAlong(grey, located.box);
  if (frameLevel < paleFrame) return 0;
  const level = Math.min(palestLevel, white - shareOfFrame * (white - frameLevel));
  const kernel = sharedKernel();
  const pieces = kernel.scope(() => kernel.pieces(kernel.darkerOnAverage(kernel.load(grey), level)));
  const sidePx = Math.max(1, inside[2] - inside[0], inside[3] - inside[1]);
  const isDust = ({ pixels }: Component) =>
    pixels.length < dustMm2 * pxPerMm ** 2 &&
    pixels.some((at) => (grey.data[at] ?? white) < frameLevel - darkerThanFrame);
  const extents = pieces
    .filter((piece) => !isDust(piece))
    .map((piece) => extentInside(piece, inside, grey.widthPx, speckMm2 * pxPerMm ** 2));
  return Math.min(1, Math.max(0, ...extents) / sidePx);
}

/** How dark ink is that is about as pale as the frame of its box, which lies at `box` of the region; never darker than ink usually is. */
export function strokeLevel(view: FormView, region: Region, box: Box): number {
  const frameLevel = levelAlong(cutRegion(view.page.image, region), box);
  return Math.max(inkLevel, Math.min(palestLevel, white - shareOfPaleInk * (white - frameLevel)));
}

/** How dark the frame is at its middle: of the darkest levels across it the median along its sides. */
function levelAlong(grey: GreyImage, [x0, y0, x1, y1]: Box): number {
  const levels: number[] = [];
  for (let x = x0; x < x1; x += 1) {
    for (const y of [y0, y1 - 1]) levels.push(darkest(grey, (off) => [x, y + off]));
  }
  for (let y = y0; y < y1; y += 1) {
    for (const x of [x0, x1 - 1]) levels.push(darkest(grey, (off) => [x + off, y]));
  }
  return levels.toSorted((one, other) => one - other)[Math.floor(levels.length / 2)] ?? white;
}

function darkest({ data, widthPx, heightPx }: GreyImage, placeAt: (off: number) => readonly [number, number]): number {
  let least = white;
  for (let off = -wanderPx; off <= wanderPx; off += 1) {
    const [x, y] = placeAt(off);
    if (x >= 0 && y >= 0 && x < widthPx && y < heightPx) least = Math.min(least, data[y * widthPx + x] ?? white);
  }
  return least;
}

/** The longer side of what of a piece lies inside, in pixels; 0 where that is a speck. */
function extentInside({ pixels }: Component, [x0, y0, x1, y1]: Box, widthPx: number, speckPx: number): number {
  let count = 0;
  const hull = { left: x1, top: y1, right: x0, bottom: y0 };
  for (const at of pixels) {
    const x = at % widthPx;
    const y = (at - x) / widthPx;
    if (x < x0 || x >= x1 || y < y0 || y >= y1) continue;
    count += 1;
    hull.left = Math.min(hull.left, x);
    hull.right = Math.max(hull.right, x + 1);
    hull.top = Math.min(hull.top, y);
    hull.bottom = Math.max(hull.bottom, y + 1);
  }
  return count < speckPx ? 0 : Math.max(hull.right - hull.left, hull.bottom - hull.top);
}
