import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { paper } from '../crop.ts';
import type { Glyph } from './glyphs.ts';

/** Between letters, as a share of their height: about what print has. */
const gapShare = 0.2;
/** Paper around the line, as readers of lines want it. */
const paddingPx = 10;
/** The soft edge of ink. */
const edgePx = 2;

/**
 * Sets the letters of a comb side by side as a line of print, each as high as it stands. `image` holds the writing alone, without
 * walls; of it and in it are the boxes of the glyphs.
 */
export function setAsLine(image: GreyImage, glyphs: readonly Pick<Glyph, 'box'>[]): GreyImage {
  const top = Math.min(...glyphs.map(({ box }) => box[1]));
  const heightPx = Math.max(...glyphs.map(({ box }) => box[3])) - top;
  const gapPx = Math.round(gapShare * heightPx);
  const stepsPx = glyphs.map(({ box }) => box[2] - box[0] + gapPx);
  const widthPx = stepsPx.reduce((sum, step) => sum + step, -gapPx) + 2 * paddingPx;
  const line = { widthPx, heightPx: heightPx + 2 * paddingPx };
  const data = new Uint8Array(line.widthPx * line.heightPx).fill(paper);
  let left = paddingPx;
  glyphs.forEach(({ box }, index) => {
    copyInk(image, box, { ...line, data }, { dx: left - box[0], dy: paddingPx - top });
    left += stepsPx[index] ?? 0;
  });
  return { ...line, data };
}

/** Copies a box and the soft edge round it, as far as both pictures reach; where two edges meet the darker one stays. */
function copyInk(from: GreyImage, box: Box, to: GreyImage, { dx, dy }: { readonly dx: number; readonly dy: number }) {
  const [x0, y0] = [Math.max(0, box[0] - edgePx), Math.max(0, box[1] - edgePx)];
  const [x1, y1] = [Math.min(from.widthPx, box[2] + edgePx), Math.min(from.heightPx, box[3] + edgePx)];
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) {
      const at = (y + dy) * to.widthPx + x + dx;
      to.data[at] = Math.min(to.data[at] ?? paper, from.data[y * from.widthPx + x] ?? paper);
    }
  }
}
