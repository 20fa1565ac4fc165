import type { GreyImage } from '../../../ocr/model/page.ts';
import type { Random } from '../random.ts';
import { createGrain } from './grain.ts';

/** Gives white paper its grey in place, down to `paperGrey - depth` in slow shades: bad light, creases, recycled paper. */
export function shadeBackground(image: GreyImage, random: Random, paperGrey: number, depth: number): void {
  const { data, widthPx, heightPx } = image;
  const shades = createGrain(random.fork('shades'), widthPx, heightPx, widthPx / 3);
  const [slopeX, slopeY] = [random.between(-1, 1), random.between(-1, 1)];
  const row = new Float32Array(widthPx);
  for (let y = 0; y < heightPx; y += 1) {
    shades.fillRow(y, row);
    const rowShade = 0.5 + 0.5 * (slopeY * (y / heightPx - 0.5) - slopeX * 0.5);
    const columnShade = (0.5 * slopeX) / widthPx;
    for (let x = 0, at = y * widthPx; x < widthPx; x += 1, at += 1) {
      const shade = rowShade + columnShade * x + 0.35 * (row[x] ?? 0);
      const clamped = shade < 0 ? 0 : shade > 1 ? 1 : shade;
      data[at] = ((data[at] ?? 0) * (paperGrey - depth * clamped)) / 255;
    }
  }
}
