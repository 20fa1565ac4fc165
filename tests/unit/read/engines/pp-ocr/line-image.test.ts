import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineHeightPx, lineInput } from '../../../../../ocr/read/engines/pp-ocr/line-image.ts';

describe('the picture of a line for the network', () => {
  it('keeps an even grey, in three channels, and adds paper on the right', () => {
    const { data, shape, scaleX } = lineInput({ data: new Uint8Array(30 * 24).fill(0), widthPx: 30, heightPx: 24 });
    const [, channels = 0, heightPx, widthPx = 0] = shape;
    expect([channels, heightPx, widthPx % 32, scaleX]).toEqual([3, lineHeightPx, 0, 2]);
    for (let row = 0; row < channels * lineHeightPx; row += 1) {
      expect(data[row * widthPx]).toBeCloseTo(-1, 5);
      expect(data[row * widthPx + 59]).toBeCloseTo(-1, 5);
      expect(data[row * widthPx + 60]).toBe(1);
    }
  });

  it('keeps the mean grey when it shrinks or grows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 120 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
        (height, greys) => {
          const widthPx = 2 * height;
          const pixels = Uint8Array.from({ length: height * widthPx }, () => greys.next().value ?? 0);
          const { data, shape } = lineInput({ data: pixels, widthPx, heightPx: height });
          const rowPx = shape[3] ?? 0;
          let sum = 0;
          for (let y = 0; y < lineHeightPx; y += 1) for (let x = 0; x < 96; x += 1) sum += data[y * rowPx + x] ?? 0;
          const wanted = pixels.reduce((total, grey) => total + grey, 0) / pixels.length / 127.5 - 1;
          expect(sum / (96 * lineHeightPx)).toBeCloseTo(wanted, 0.7);
        },
      ),
      { numRuns: 20 },
    );
  });
});
