import type { Box } from '../../model/geometry.ts';
import type { Kernel, Plane } from '../../prepare/kernel/kernel.ts';

/** The kernel follows a line no further. */
const mostLinePx = 255;

/** The parts of ink that run straight across or down for `leastPx` at least, a pixel wider on every side. */
export function straightLines(kernel: Kernel, ink: Plane, leastPx: number): Plane {
  return kernel.dilate(kernel.straightLines(ink, Math.min(mostLinePx, Math.max(1, Math.round(leastPx)))), 1);
}

export interface Area {
  /** Smallest box around it, in pixels of the mask. */
  readonly box: Box;
  readonly pixels: number;
}

/** Areas of paper closed in by lines, no larger than `mostPx` either way. Lines are thicker than a pixel: corners close. */
export function enclosedAreas(kernel: Kernel, lines: Plane, mostPx: number): Area[] {
  return (kernel.components(lines, 1) ?? [])
    .filter(({ x0, y0, x1, y1 }) => x1 - x0 <= mostPx && y1 - y0 <= mostPx)
    .map(({ x0, y0, x1, y1, area }) => ({ box: [x0, y0, x1, y1], pixels: area }));
}
