import type { GreyImage } from '../../../ocr/model/page.ts';
import type { Random } from '../random.ts';
import { createGrain } from './grain.ts';

/** Lets the print fade in place: everywhere by about `strength` (0 to 1), in patches more, and speckled where faint. */
export function fadeToner(image: GreyImage, random: Random, strength: number): void {
  if (strength <= 0) return;
  const { data, widthPx, heightPx } = image;
  const patches = createGrain(random.fork('patches'), widthPx, heightPx, widthPx / 6);
  const speckle = createGrain(random.fork('speckle'), widthPx, heightPx, widthPx / 700);
  const patch = new Float32Array(widthPx);
  const speck = new Float32Array(widthPx);
  for (let y = 0; y < heightPx; y += 1) {
    patches.fillRow(y, patch);
    speckle.fillRow(y, speck);
    for (let x = 0; x < widthPx; x += 1) {
      const at = y * widthPx + x;
      const ink = 255 - (data[at] ?? 255);
      if (ink < 8) continue;
      const loss = strength * (1 + 0.6 * (patch[x] ?? 0)) + strength * 0.5 * (speck[x] ?? 0);
      data[at] = 255 - ink * (1 - Math.min(0.85, Math.max(0, loss)));
    }
  }
}
