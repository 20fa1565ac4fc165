import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import { emptyMask, type InkMask } from '../ink/mask.ts';

/** Printed lines are darker than paper by far; some frames are printed so pale that they are a second search's. */
const inkLevels = [200, 235];
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
 * others of its page. Returns the boxes with their frames, in pixels of the image. A box that is filled in all over is not
 * found.
 */
export function findBoxes(image: GreyImage, dpi: number): Box[] {
  const factor = Math.max(1, Math.floor(dpi / searchDpi));
  const pxPerMm = dpi / factor / 25.4;
  const found = inkLevels.flatMap((level) => {
    const ink = reduceInk(image, factor, level);
    return stretchesMm.flatMap((stretchMm) =>
      enclosedAreas(straightLines(ink, Math.round(stretchMm * pxPerMm)), mostSideMm * pxPerMm)
        .filter((area) => isBox(area, pxPerMm))
        .map(({ box }) => box),
    );
  });
  return withoutParts(commonSize(found)).map(([x0, y0, x1, y1]) => [
    (x0 - framePx) * factor,
    (y0 - framePx) * factor,
    (x1 + framePx) * factor,
    (y1 + framePx) * factor,
  ]);
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

function overlap(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

/** Ink at a fraction of the resolution: a pixel is ink where any of those it stands for is, so that no line breaks. */
function reduceInk({ data, widthPx, heightPx }: GreyImage, factor: number, level: number): InkMask {
  const reduced = emptyMask(Math.ceil(widthPx / factor), Math.ceil(heightPx / factor));
  for (let y = 0; y < heightPx; y += 1) {
    const row = Math.floor(y / factor) * reduced.widthPx;
    for (let x = 0; x < widthPx; x += 1) {
      if ((data[y * widthPx + x] ?? 255) < level) reduced.data[row + Math.floor(x / factor)] = 1;
    }
  }
  return reduced;
}

/** The parts of ink that run straight across or down for `leastPx` at least. */
function straightLines(ink: InkMask, leastPx: number): InkMask {
  const { widthPx, heightPx } = ink;
  const lines = emptyMask(widthPx, heightPx);
  for (let y = 0; y < heightPx; y += 1) keepRuns(ink, lines, y * widthPx, 1, widthPx, leastPx);
  for (let x = 0; x < widthPx; x += 1) keepRuns(ink, lines, x, widthPx, heightPx, leastPx);
  const kernel = sharedKernel();
  return kernel.scope(() => kernel.read(kernel.dilate(kernel.load(lines), 1)));
}

/** Copies runs of ink along one row or column. */
function keepRuns(ink: InkMask, lines: InkMask, start: number, step: number, count: number, leastPx: number): void {
  let from = -1;
  for (let i = 0, at = start; i <= count; i += 1, at += step) {
    if (i < count && ink.data[at] === 1) {
      if (from < 0) from = i;
      continue;
    }
    if (from >= 0 && i - from >= leastPx) {
      for (let inside = start + from * step; inside !== at; inside += step) lines.data[inside] = 1;
    }
    from = -1;
  }
}

interface Area {
  readonly box: Box;
  readonly pixels: number;
}

/** Areas of paper closed in by lines, no larger than `mostPx` either way (four neighbours count). */
function enclosedAreas({ data, widthPx, heightPx }: InkMask, mostPx: number): Area[] {
  const done = data.slice();
  const stack = new Int32Array(data.length);
  const areas: Area[] = [];
  for (let seed = 0; seed < done.length; seed += 1) {
    if (done[seed] === 1) continue;
    let [x0, y0, x1, y1, pixels, depth] = [widthPx, heightPx, 0, 0, 0, 0];
    const visit = (at: number) => {
      if (done[at] === 1) return;
      done[at] = 1;
      stack[depth] = at;
      depth += 1;
    };
    visit(seed);
    while (depth > 0) {
      depth -= 1;
      const at = stack[depth] ?? 0;
      const x = at % widthPx;
      const y = (at - x) / widthPx;
      pixels += 1;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      if (y >= y1) y1 = y + 1;
      if (x > 0) visit(at - 1);
      if (x < widthPx - 1) visit(at + 1);
      if (y > 0) visit(at - widthPx);
      if (y < heightPx - 1) visit(at + widthPx);
    }
    if (x1 - x0 <= mostPx && y1 - y0 <= mostPx) areas.push({ box: [x0, y0, x1, y1], pixels });
  }
  return areas;
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
