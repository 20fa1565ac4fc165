import type { Random } from '../random.ts';

/** A slowly changing field over an image: values of a coarse grid, each from -1 to 1, interpolated between. */
export interface Grain {
  /** Fills `row` with the field along one image row. */
  fillRow(y: number, row: Float32Array): void;
}

/** Makes a field whose features are about `cellPx` wide. */
export function createGrain(random: Random, widthPx: number, heightPx: number, cellPx: number): Grain {
  const columns = Math.ceil(widthPx / cellPx) + 2;
  const rows = Math.ceil(heightPx / cellPx) + 2;
  const grid = Float32Array.from({ length: columns * rows }, () => random.next() * 2 - 1);
  const at = (row: number, column: number) => grid[row * columns + column] ?? 0;
  return {
    fillRow(y, row) {
      const gridRow = Math.floor(y / cellPx);
      const down = smooth(y / cellPx - gridRow);
      for (let column = 0; column * cellPx < widthPx; column += 1) {
        const left = at(gridRow, column) * (1 - down) + at(gridRow + 1, column) * down;
        const right = at(gridRow, column + 1) * (1 - down) + at(gridRow + 1, column + 1) * down;
        const start = Math.floor(column * cellPx);
        const end = Math.min(widthPx, Math.floor((column + 1) * cellPx));
        const step = (right - left) / Math.max(1, end - start);
        for (let x = start, value = left; x < end; x += 1, value += step) row[x] = value;
      }
    },
  };
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
