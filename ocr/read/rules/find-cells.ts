import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import { enclosedAreas, straightLines } from '../ink/enclosed.ts';

/** Pale rules count, grain does not. */
const inkLevel = 200;
/** Walls of cells are at least this long; strokes of letters are shorter. */
const stretchMm = 4;
const leastHeightMm = 3;
const leastWidthMm = 5;
const mostSideMm = 200;
/** What text touches the walls takes away from a cell is less than the rest of this. */
const leastFill = 0.6;
const searchDpi = 150;

/**
 * Finds the rectangles that rules close in on a page: cells of tables, and other ruled areas. In pixels of the image, from
 * top to bottom.
 */
export function findCells(image: GreyImage, dpi: number): Box[] {
  const factor = Math.max(1, Math.floor(dpi / searchDpi));
  const pxPerMm = dpi / factor / 25.4;
  const kernel = sharedKernel();
  const areas = kernel.scope(() => {
    const ink = kernel.darkerReduced(kernel.load(image), factor, inkLevel);
    return enclosedAreas(kernel, straightLines(kernel, ink, stretchMm * pxPerMm), mostSideMm * pxPerMm);
  });
  return areas
    .filter(({ box: [x0, y0, x1, y1], pixels }) => {
      const [widthPx, heightPx] = [x1 - x0, y1 - y0];
      const isLarge = heightPx >= leastHeightMm * pxPerMm && widthPx >= leastWidthMm * pxPerMm;
      return isLarge && pixels >= leastFill * widthPx * heightPx;
    })
    .map(({ box: [x0, y0, x1, y1] }): Box => [x0 * factor, y0 * factor, x1 * factor, y1 * factor]);
}
