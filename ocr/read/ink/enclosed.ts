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

/** From ink to ink, for most of a page is paper: the search for the next pixel of ink is the engine's own. */
function keepAcross({ data, widthPx }: InkMask, lines: InkMask, leastPx: number): void {
  let at = data.indexOf(1);
  while (at >= 0) {
    const rowEnd = at - (at % widthPx) + widthPx;
    let end = at + 1;
    while (end < rowEnd && data[end] === 1) end += 1;
    if (end - at >= leastPx) lines.data.fill(1, at, end);
    at = data.indexOf(1, end);
  }
}

/** Down from every pixel of ink that has none above it. */
function keepDown({ data, widthPx }: InkMask, lines: InkMask, leastPx: number): void {
  const leastStep = leastPx * widthPx;
  let at = data.indexOf(1);
  while (at >= 0) {
    for (; data[at] === 1; at += 1) {
      if (at >= widthPx && data[at - widthPx] === 1) continue;
      let end = at + widthPx;
      while (end < data.length && data[end] === 1) end += widthPx;
      if (end - at < leastStep) continue;
      for (let line = at; line < end; line += widthPx) lines.data[line] = 1;
    }
    at = data.indexOf(1, at);
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
