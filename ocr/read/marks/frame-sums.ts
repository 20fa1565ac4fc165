import type { Box } from '../../model/geometry.ts';
import type { InkMask } from '../ink/mask.ts';

/** How much ink lies before each place of a mask, so that the ink along a line is a difference of two numbers (Crow 1984). */
export interface FrameSums {
  readonly widthPx: number;
  readonly heightPx: number;
  /** From the left of the row up to a column: `widthPx + 1` numbers a row. */
  readonly across: Int32Array;
  /** From the top of the column down to a row: `heightPx + 1` rows. */
  readonly down: Int32Array;
}

export function sumFrames({ data, widthPx, heightPx }: InkMask): FrameSums {
  const across = new Int32Array((widthPx + 1) * heightPx);
  const down = new Int32Array(widthPx * (heightPx + 1));
  for (let y = 0; y < heightPx; y += 1) {
    let sum = 0;
    for (let x = 0; x < widthPx; x += 1) {
      const at = y * widthPx + x;
      const value = data[at] ?? 0;
      sum += value;
      across[at + y + 1] = sum;
      down[at + widthPx] = (down[at] ?? 0) + value;
    }
  }
  return { widthPx, heightPx, across, down };
}

/** Mean share of a frame's four sides, a pixel thick, that lies on ink. Beyond the mask there is none. */
export function frameShareAt(sums: FrameSums, [x0, y0, x1, y1]: Box): number {
  const acrossPx = inkAcross(sums, y0, x0, x1) + inkAcross(sums, y1 - 1, x0, x1);
  const downPx = inkDown(sums, x0, y0, y1) + inkDown(sums, x1 - 1, y0, y1);
  return (acrossPx / (x1 - x0) + downPx / (y1 - y0)) / 4;
}

function inkAcross({ across, widthPx, heightPx }: FrameSums, y: number, from: number, to: number): number {
  if (y < 0 || y >= heightPx) return 0;
  const row = y * (widthPx + 1);
  return (across[row + within(to, widthPx)] ?? 0) - (across[row + within(from, widthPx)] ?? 0);
}

function inkDown({ down, widthPx, heightPx }: FrameSums, x: number, from: number, to: number): number {
  if (x < 0 || x >= widthPx) return 0;
  return (down[within(to, heightPx) * widthPx + x] ?? 0) - (down[within(from, heightPx) * widthPx + x] ?? 0);
}

function within(place: number, size: number): number {
  return Math.min(size, Math.max(0, place));
}
