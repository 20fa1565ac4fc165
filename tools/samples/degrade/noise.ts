import type { GreyImage } from '../../../ocr/model/page.ts';
import type { Random } from '../random.ts';

const tableSize = 1 << 16;

/** Adds normally distributed noise to every pixel in place, `deviation` in grey levels: a scanner's sensor. */
export function addNoise(image: GreyImage, random: Random, deviation: number): void {
  if (deviation <= 0) return;
  const table = Int16Array.from({ length: tableSize }, () => Math.round(random.gauss() * deviation * 16));
  const { data } = image;
  let state = random.whole(1, 0x7fffffff);
  for (let index = 0; index < data.length; index += 1) {
    // xorshift32 walks the table: one draw a pixel from `random` would take seconds.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const value = (data[index] ?? 0) + (table[state & (tableSize - 1)] ?? 0) / 16;
    data[index] = value < 0 ? 0 : value > 255 ? 255 : value + 0.5;
  }
}
