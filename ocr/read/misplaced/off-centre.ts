import type { Box } from '../../model/geometry.ts';

/** Characters are written in the middle of their cells: so far from it, as a share of the cell, they are on the mean of a comb at most. */
const mostAcross = 0.3;
/** The same up and down, of the height of the comb. */
const mostUpOrDown = 0.25;

/** Whether the characters of a comb stand beside the middle of their cells. Boxes are in one picture's pixels. */
export function isOffCentre(
  glyphs: readonly { readonly cell: number; readonly box: Box }[],
  [left, top, right, bottom]: Box,
  cells: number,
): boolean {
  const cellPx = (right - left) / cells;
  const across = glyphs.map(({ cell, box }) => Math.abs((box[0] + box[2]) / 2 - left - (cell + 0.5) * cellPx) / cellPx);
  const down = glyphs.map(({ box }) => (box[1] + box[3] - top - bottom) / 2 / (bottom - top));
  return mean(across) > mostAcross || Math.abs(mean(down)) > mostUpOrDown;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
