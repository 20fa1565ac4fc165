import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { Kernel, Plane } from '../../prepare/kernel/kernel.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import { type Area, enclosedAreas, straightLines } from '../ink/enclosed.ts';
import { overlap } from './boxes.ts';
import { findAlike } from './find-alike.ts';

/** Printed lines are darker than paper by far. Where there are boxes, paler ones of their size are looked for as well. */
const inkLevel = 200;
const paleLevel = 235;
/** Sides of tick boxes, inside their frame. */
const leastSideMm = 1.5;
const mostSideMm = 6.5;
const mostElongated = 1.6;
/** How much of its hull the inside of a box fills; loops of letters fill less. */
const leastFill = 0.8;
/** The boxes of a form are alike: sides that differ by more than this are something else's. */
const sizeTolerance = 0.1;
/** A lone rectangle is a cell, a stamp or a letter. */
const fewestBoxes = 2;

/** How far the inside lies from the outer edge of the frame, at the searched resolution. */
const framePx = 2;
/** Searched at about this resolution: frames stay whole and it takes a fourth of the time of 300 dpi. */
const searchDpi = 200;
/** Straight stretches this long make a frame. The strokes of a bold cross are shorter than the longer, small boxes than it. */
const stretchesMm = [1.5, 2.5];

/**
 * Finds the tick boxes of a page that no layout describes, marked ones too: straight stretches of ink are kept, which takes
 * marks away and leaves frames and rules, and what they close in is a box when it is small, nearly square and like most
 * others of its page. Boxes of which a mark leaves no inside are then found by their frames, in the rows and columns of the
 * others. Returns the boxes with their frames, in pixels of the image.
 */
export function findBoxes(image: GreyImage, dpi: number): Box[] {
  const factor = Math.max(1, Math.floor(dpi / searchDpi));
  const pxPerMm = dpi / factor / 25.4;
  const kernel = sharedKernel();
  const found = kernel.scope(() => {
    const page = kernel.load(image);
    const inkOf = (level: number) => kernel.darkerReduced(page, factor, level);
    return framesIn(kernel, inkOf, pxPerMm);
  });
  return found.map(([x0, y0, x1, y1]) => [x0 * factor, y0 * factor, x1 * factor, y1 * factor]);
}

function framesIn(kernel: Kernel, inkOf: (level: number) => Plane, pxPerMm: number): Box[] {
  const ink = inkOf(inkLevel);
  const dark = boxesAt(kernel, ink, pxPerMm);
  const pale = dark.length < fewestBoxes ? [] : boxesAt(kernel, inkOf(paleLevel), pxPerMm);
  const frames = withoutParts(commonSize([...dark, ...pale])).map(
    ([x0, y0, x1, y1]): Box => [x0 - framePx, y0 - framePx, x1 + framePx, y1 + framePx],
  );
  return frames.length === 0 ? [] : [...frames, ...findAlike(kernel, ink, frames)];
}

/** Inner edges of frames, as large as a box may be. */
function boxesAt(kernel: Kernel, ink: Plane, pxPerMm: number): Box[] {
  return stretchesMm.flatMap((stretchMm) =>
    kernel
      .scope(() => enclosedAreas(kernel, straightLines(kernel, ink, stretchMm * pxPerMm), mostSideMm * pxPerMm))
      .filter((area) => isBox(area, pxPerMm))
      .map(({ box }) => box),
  );
}

function isBox({ box: [x0, y0, x1, y1], pixels }: Area, pxPerMm: number): boolean {
  const [widthPx, heightPx] = [x1 - x0, y1 - y0];
  return (
    Math.min(widthPx, heightPx) >= leastSideMm * pxPerMm &&
    Math.max(widthPx / heightPx, heightPx / widthPx) <= mostElongated &&
    pixels >= leastFill * widthPx * heightPx
  );
}

/** Of boxes that overlap the largest. */
function withoutParts(boxes: readonly Box[]): Box[] {
  const kept: Box[] = [];
  const areaOf = ([x0, y0, x1, y1]: Box) => (x1 - x0) * (y1 - y0);
  for (const box of boxes.toSorted((one, other) => areaOf(other) - areaOf(one))) {
    if (!kept.some((larger) => overlap(larger, box))) kept.push(box);
  }
  return kept;
}

/** The boxes of the size that occurs most often. */
function commonSize(boxes: readonly Box[]): Box[] {
  const like = (model: Box) => boxes.filter((box) => isLike(box, model));
  const groups = boxes.map(like).toSorted((one, other) => other.length - one.length);
  const [largest] = groups;
  return largest !== undefined && withoutParts(largest).length >= fewestBoxes ? largest : [];
}

function isLike(one: Box, other: Box): boolean {
  const differ = (a: number, b: number) => Math.abs(a - b) > sizeTolerance * Math.max(a, b) + 1;
  return !differ(one[2] - one[0], other[2] - other[0]) && !differ(one[3] - one[1], other[3] - other[1]);
}
