import type { GreyImage } from '../../../../ocr/model/page.ts';
import type { Random } from '../../random.ts';

/** Draws the lines that a scratched drum or a speck on the feeder's glass leaves down the whole page. */
export function dirtyDrum(image: GreyImage, random: Random, pxPerMm: number): void {
  for (let line = random.whole(1, 4); line > 0; line -= 1) drawLine(image, random.fork(`line ${line}`), pxPerMm);
}

function drawLine({ data, widthPx, heightPx }: GreyImage, random: Random, pxPerMm: number): void {
  const at = random.between(0.06, 0.94) * widthPx;
  const width = Math.max(1, random.between(0.08, 0.3) * pxPerMm);
  const strength = random.between(0.3, 0.85);
  const broken = random.chance(0.25);
  let [wander, present] = [0, true];
  for (let y = 0; y < heightPx; y += 1) {
    wander = 0.995 * wander + random.gauss() * 0.03;
    if (broken && random.chance(0.004)) present = !present;
    if (!present) continue;
    const [from, to] = [at + wander - width / 2, at + wander + width / 2];
    for (let x = Math.floor(from); x <= Math.floor(to); x += 1) {
      const share = Math.min(to, x + 1) - Math.max(from, x);
      const level = data[y * widthPx + x] ?? 255;
      data[y * widthPx + x] = level * (1 - share * strength * (0.85 + 0.15 * random.next()));
    }
  }
}
