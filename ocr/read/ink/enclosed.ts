import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import { emptyMask, type InkMask } from './mask.ts';

/** Ink at a fraction of the resolution: a pixel is ink where any of those it stands for is, so that no line breaks. */
export function reduceInk({ data, widthPx, heightPx }: GreyImage, factor: number, level: number): InkMask {
  const reduced = emptyMask(Math.ceil(widthPx / factor), Math.ceil(heightPx / factor));
  for (let y = 0; y < heightPx; y += 1) {
    const row = Math.floor(y / factor) * reduced.widthPx;
    for (let x = 0; x < widthPx; x += 1) {
      if ((data[y * widthPx + x] ?? 255) < level) reduced.data[row + Math.floor(x / factor)] = 1;
    }
  }
  return reduced;
}

/** The parts of ink that run straight across or down for `leastPx` at least, a pixel wider on every side. */
export function straightLines(ink: InkMask, leastPx: number): InkMask {
  const lines = emptyMask(ink.widthPx, ink.heightPx);
  keepAcross(ink, lines, leastPx);
  keepDown(ink, lines, leastPx);
  const kernel = sharedKernel();
  return kernel.scope(() => kernel.read(kernel.dilate(kernel.load(lines), 1)));
}

function keepAcross({ data, widthPx, heightPx }: InkMask, lines: InkMask, leastPx: number): void {
  for (let y = 0; y < heightPx; y += 1) {
    const end = (y + 1) * widthPx;
    let length = 0;
    for (let at = y * widthPx; at <= end; at += 1) {
      if (at < end && data[at] === 1) length += 1;
      else {
        if (length >= leastPx) lines.data.fill(1, at - length, at);
        length = 0;
      }
    }
  }
}

/** Row by row with a counter for each column, in the order in which the picture lies in memory. */
function keepDown({ data, widthPx, heightPx }: InkMask, lines: InkMask, leastPx: number): void {
  const lengths = new Int32Array(widthPx);
  for (let y = 0; y <= heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      if (y < heightPx && data[y * widthPx + x] === 1) lengths[x] = (lengths[x] ?? 0) + 1;
      else if (lengths[x] !== 0) {
        const length = lengths[x] ?? 0;
        for (let row = y - length; length >= leastPx && row < y; row += 1) lines.data[row * widthPx + x] = 1;
        lengths[x] = 0;
      }
    }
  }
}

export interface Area {
  /** Smallest box around it, in pixels of the mask. */
  readonly box: Box;
  readonly pixels: number;
}

/** Areas of paper closed in by lines, no larger than `mostPx` either way. Lines are thicker than a pixel: corners close. */
export function enclosedAreas(lines: InkMask, mostPx: number): Area[] {
  const kernel = sharedKernel();
  const areas = kernel.scope(() => kernel.components(kernel.load(lines), 1)) ?? [];
  return areas
    .filter(({ x0, y0, x1, y1 }) => x1 - x0 <= mostPx && y1 - y0 <= mostPx)
    .map(({ x0, y0, x1, y1, area }) => ({ box: [x0, y0, x1, y1], pixels: area }));
}
