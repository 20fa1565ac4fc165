import type { GreyImage } from '../../../ocr/model/page.ts';
import type { Random } from '../random.ts';

/** Turns a share of the pixels black or white in place, many of them as specks of two or three pixels: dust. */
export function addSaltAndPepper(image: GreyImage, random: Random, share: number): void {
  const { data, widthPx } = image;
  const specks = Math.round((data.length * share) / 2);
  for (let speck = 0; speck < specks; speck += 1) {
    const at = Math.floor(random.next() * data.length);
    const grey = random.chance(0.7) ? random.whole(0, 90) : 255;
    data[at] = grey;
    if (random.chance(0.5)) data[at + 1] = grey;
    if (random.chance(0.3)) data[at + widthPx] = grey;
  }
}
