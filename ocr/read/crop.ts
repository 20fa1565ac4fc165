import type { Box } from '../model/geometry.ts';
import type { GreyImage } from '../model/page.ts';

export const paper = 255;

/** Copies a box out of an image onto paper, with `paddingPx` of paper on every side. The box lies inside the image. */
export function cropWithPadding(image: GreyImage, [x0, y0, x1, y1]: Box, paddingPx: number): GreyImage {
  const widthPx = x1 - x0 + 2 * paddingPx;
  const heightPx = y1 - y0 + 2 * paddingPx;
  const data = new Uint8Array(widthPx * heightPx).fill(paper);
  for (let y = y0; y < y1; y += 1) {
    const row = image.data.subarray(y * image.widthPx + x0, y * image.widthPx + x1);
    data.set(row, (y - y0 + paddingPx) * widthPx + paddingPx);
  }
  return { data, widthPx, heightPx };
}

export function shiftBox([x0, y0, x1, y1]: Box, dx: number, dy: number): Box {
  return [x0 + dx, y0 + dy, x1 + dx, y1 + dy];
}
