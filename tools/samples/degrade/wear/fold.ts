import type { GreyImage } from '../../../../ocr/model/page.ts';
import type { Random } from '../../random.ts';

/** Folds the sheet across, in two or in three: a dark or pale line, and what lies below it a little off and shaded. */
export function fold(image: GreyImage, random: Random, pxPerMm: number): void {
  for (const share of random.pick([[0.5], [1 / 3, 2 / 3]])) {
    const y = Math.round(image.heightPx * (share + random.gauss() * 0.01));
    shiftBelow(image, y, random.between(-0.4, 0.4) * pxPerMm, random.between(0, 0.5) * pxPerMm);
    crease(image, random, y, pxPerMm);
  }
}

/** Moves all rows from `y` on to the side and up: paper that bends away from the glass is seen shorter. */
function shiftBelow({ data, widthPx, heightPx }: GreyImage, y: number, sidePx: number, upPx: number): void {
  const [side, up] = [Math.round(sidePx), Math.round(upPx)];
  for (let row = y; row < heightPx; row += 1) {
    const from = Math.min(heightPx - 1, row + up) * widthPx;
    const moved = data.slice(from, from + widthPx);
    for (let x = 0; x < widthPx; x += 1) data[row * widthPx + x] = moved[x - side] ?? 255;
  }
}

function crease({ data, widthPx, heightPx }: GreyImage, random: Random, y: number, pxPerMm: number): void {
  const reach = random.between(0.2, 0.7) * pxPerMm;
  // In a dark fold light is missing; on a white one toner has come off.
  const dark = random.chance(0.6);
  const most = dark ? random.between(0.12, 0.5) : random.between(0.5, 0.95);
  const lean = random.between(-0.004, 0.004);
  for (let row = Math.max(0, y - 40); row < Math.min(heightPx, y + 40); row += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const far = Math.abs(row - y - lean * (x - widthPx / 2)) / reach;
      if (far >= 1) continue;
      const at = row * widthPx + x;
      const level = data[at] ?? 255;
      const strength = most * (1 - far) * (0.7 + 0.3 * random.next());
      data[at] = dark ? level * (1 - strength) : level + (255 - level) * strength;
    }
  }
}
