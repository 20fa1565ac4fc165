import type { GreyImage } from '../../../../ocr/model/page.ts';
import type { Random } from '../../random.ts';

/** Sends a page by fax in place: black and white, rows lost and repeated, some gone white or black. */
export function sendByFax(image: GreyImage, random: Random): void {
  const { data, widthPx, heightPx } = image;
  const threshold = random.whole(120, 175);
  for (let at = 0; at < data.length; at += 1) data[at] = (data[at] ?? 255) < threshold ? 0 : 255;
  const source = data.slice();
  const faults = Array.from({ length: random.whole(4, 16) }, () => random.whole(0, heightPx - 1)).toSorted(
    (a, b) => a - b,
  );
  let from = 0;
  for (let row = 0; row < heightPx; row += 1) {
    if (faults[0] === row) {
      faults.shift();
      from += random.whole(-3, 3);
    }
    const start = Math.min(heightPx - 1, Math.max(0, row + from)) * widthPx;
    data.set(source.subarray(start, start + widthPx), row * widthPx);
  }
  for (let band = random.whole(0, 3); band > 0; band -= 1) {
    const row = random.whole(0, heightPx - 8);
    const left = random.chance(0.5) ? 0 : random.whole(0, widthPx >> 1);
    for (let y = row; y < row + random.whole(1, 5); y += 1)
      data.fill(band === 1 ? 0 : 255, y * widthPx + left, (y + 1) * widthPx);
  }
}
