import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../../../ocr/model/page.ts';
import { lineHeightPx, lineInput } from '../../../../../ocr/read/engines/line-network/input.ts';

/** White paper of 200 x 60 pixels with a black box. */
function paperWith([x0, y0, x1, y1]: readonly [number, number, number, number]): GreyImage {
  const [widthPx, heightPx] = [200, 60];
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (let y = y0; y < y1; y += 1) data.fill(0, y * widthPx + x0, y * widthPx + x1);
  return { data, widthPx, heightPx };
}

/** Rows of the input that hold ink. */
function inkRows(crop: GreyImage): number {
  const { data = new Float32Array(), shape = [] } = lineInput(crop, 300) ?? {};
  const widthPx = shape[3] ?? 1;
  const isInk = (row: number) => data.subarray(row * widthPx, (row + 1) * widthPx).some((share) => share > 0.5);
  return Array.from({ length: lineHeightPx }, (_, row) => row).filter(isInk).length;
}

describe('the picture of a line for the line network', () => {
  it('has ink as 1 on paper as 0, and white at both ends', () => {
    const { data = new Float32Array(), shape = [] } = lineInput(paperWith([40, 15, 160, 45]), 300) ?? {};
    const [count, channels, heightPx, widthPx = 0] = shape;
    expect([count, channels, heightPx, widthPx % 16]).toEqual([1, 1, lineHeightPx, 0]);
    const middle = data.subarray((lineHeightPx / 2) * widthPx, (lineHeightPx / 2 + 1) * widthPx);
    expect([...middle.subarray(0, 8)]).toEqual(new Array(8).fill(0));
    expect(middle[8]).toBeCloseTo(1);
    expect(middle.at(-8)).toBe(0);
  });

  it('says where it lies in the crop', () => {
    const { leftPx = 0, stepPx = 0 } = lineInput(paperWith([40, 15, 160, 45]), 300) ?? {};
    expect(leftPx + 8 * stepPx).toBeCloseTo(40);
    expect(stepPx).toBeCloseTo(30 / 22, 1);
  });

  it('brings ink of all heights nearer to that of capitals, without making it all alike', () => {
    const rowsOf = (heightPx: number) => inkRows(paperWith([10, 1, 190, 1 + heightPx]));
    const [small, capital, tall] = [rowsOf(12), rowsOf(30), rowsOf(58)];
    expect(small / 12).toBeGreaterThan(capital / 30);
    expect(small).toBeLessThan(capital);
    expect(tall).toBeLessThanOrEqual(lineHeightPx - 4);
  });

  it('holds the faint ends of a line that stands alone, and elsewhere no grain of the paper', () => {
    const fading = paperWith([40, 15, 160, 45]);
    for (let y = 15; y < 45; y += 1) fading.data.fill(225, y * fading.widthPx + 20, y * fading.widthPx + 40);
    const leftOf = (isolated: boolean) => {
      const { leftPx = 0, stepPx = 0 } = lineInput(fading, 300, isolated) ?? {};
      return leftPx + 8 * stepPx;
    };
    expect(leftOf(true)).toBeCloseTo(20);
    expect(leftOf(false)).toBeCloseTo(40);
  });

  it('is nothing where there is no ink', () => {
    expect(lineInput(paperWith([0, 0, 0, 0]), 300)).toBeNull();
  });
});
