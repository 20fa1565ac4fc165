import type { Box } from '../../../model/geometry.ts';
import type { GreyImage } from '../../../model/page.ts';
import type { Component, Kernel } from '../../../prepare/kernel/kernel.ts';

/** Where the network sees the middle of text, for each pixel 0 (none) to 255 (surely). */
export type TextMap = GreyImage;

/** From this level on a pixel is text, and a patch of text has at least this mean level. */
const textLevel = 77;
const leastMeanLevel = 128;
const leastSidePx = 3;
/** The network was taught text shrunk by its area over its outline; lines grow back by a little more, for their serifs. */
const growth = 1.6;

/**
 * The lines of text in a map: its connected patches, grown to the letters' full size (differentiable binarisation, Liao
 * and others 2020, on boxes instead of polygons, since prepared pages are level). Boxes are in pixels of the map.
 */
export function linesOfMap(map: TextMap, kernel: Kernel): Box[] {
  const patches = kernel.scope(() => kernel.components(kernel.load(darkWhereText(map)), 255 - textLevel)) ?? [];
  return patches
    .filter((patch) => Math.min(patch.x1 - patch.x0, patch.y1 - patch.y0) >= leastSidePx)
    .filter((patch) => meanLevel(map, patch) >= leastMeanLevel)
    .map((patch) => grow(patch, map));
}

function darkWhereText({ data, widthPx, heightPx }: TextMap): GreyImage {
  return { data: data.map((level) => 255 - level), widthPx, heightPx };
}

/** Of the pixels of text inside the patch's box. */
function meanLevel({ data, widthPx }: TextMap, { x0, y0, x1, y1 }: Component): number {
  let sum = 0;
  let count = 0;
  for (let y = y0; y < y1; y += 1) {
    for (const level of data.subarray(y * widthPx + x0, y * widthPx + x1)) {
      if (level < textLevel) continue;
      sum += level;
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function grow({ x0, y0, x1, y1 }: Component, { widthPx, heightPx }: TextMap): Box {
  const [width, height] = [x1 - x0, y1 - y0];
  const by = (growth * width * height) / (2 * (width + height));
  return [Math.max(0, x0 - by), Math.max(0, y0 - by), Math.min(widthPx, x1 + by), Math.min(heightPx, y1 + by)];
}
