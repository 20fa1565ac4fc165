import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { withoutLostRows } from '../../../ocr/prepare/lost-rows.ts';
import { withoutStreaks } from '../../../ocr/prepare/streaks.ts';

const pxPerMm = 8;
const [widthPx, heightPx] = [480, 640];

/** Grey paper with a heavy rule across and one down, none of which reaches the margins. */
function page(): GreyImage {
  const data = new Uint8Array(widthPx * heightPx).fill(240);
  for (let y = 300; y < 306; y += 1) data.fill(20, y * widthPx + 100, y * widthPx + 380);
  for (let y = 60; y < 560; y += 1) data.fill(20, y * widthPx + 120, y * widthPx + 124);
  return { data, widthPx, heightPx };
}

const at = ({ data }: GreyImage, x: number, y: number) => data[y * widthPx + x] ?? 0;

describe('lines that devices draw', () => {
  it('are none on a page with rules alone', () => {
    const clean = page();
    expect(withoutStreaks(clean, pxPerMm)).toBe(clean);
    expect(withoutLostRows(clean, pxPerMm)).toBe(clean);
  });

  it.each([0.7, 0.4])('are taken out down the page, and what they cross stays: %f of the light', (light) => {
    const streaked = page();
    for (let y = 0; y < heightPx; y += 1) {
      for (const x of [240, 241]) streaked.data[y * widthPx + x] = at(streaked, x, y) * light;
    }
    const before = streaked.data.slice();
    const cleaned = withoutStreaks(streaked, pxPerMm);
    expect(at(cleaned, 240, 100)).toBeGreaterThan(230);
    expect(at(cleaned, 240, 302)).toBeLessThan(40);
    expect(at(cleaned, 122, 200)).toBe(20);
    expect(streaked.data).toEqual(before);
  });

  it('leave the stem of a letter that stands along them', () => {
    const streaked = page();
    for (let y = 400; y < 424; y += 1) streaked.data.fill(20, y * widthPx + 239, y * widthPx + 243);
    for (let y = 0; y < heightPx; y += 1) {
      for (const x of [240, 241]) streaked.data[y * widthPx + x] = at(streaked, x, y) * 0.5;
    }
    const cleaned = withoutStreaks(streaked, pxPerMm);
    expect(at(cleaned, 240, 410)).toBeLessThan(60);
    expect(at(cleaned, 240, 390)).toBeGreaterThan(230);
  });

  it('are taken out where they break off', () => {
    const broken = page();
    for (let y = 0; y < heightPx; y += 1) {
      if (y % 200 > 150) continue;
      for (const x of [240, 241]) broken.data[y * widthPx + x] = at(broken, x, y) * 0.5;
    }
    const cleaned = withoutStreaks(broken, pxPerMm);
    expect(at(cleaned, 240, 100)).toBeGreaterThan(230);
    expect(at(cleaned, 240, 180)).toBeGreaterThan(230);
  });

  it('are taken out across the page where they run on to an edge', () => {
    const faxed = page();
    for (const y of [400, 401]) faxed.data.fill(0, y * widthPx + 200, (y + 1) * widthPx);
    const mended = withoutLostRows(faxed, pxPerMm);
    expect(at(mended, 300, 400)).toBe(240);
    expect(at(mended, 122, 400)).toBe(20);
    expect(at(mended, 200, 303)).toBe(20);
  });
});
