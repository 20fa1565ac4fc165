import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameShareAt, sumFrames } from '../../../../ocr/read/marks/frame-sums.ts';

const [widthPx, heightPx] = [12, 9];

describe('the share of a frame that lies on ink', () => {
  it('is the mean over its sides of the ink counted pixel by pixel, wherever the frame lies', () => {
    const mask = fc.uint8Array({ minLength: widthPx * heightPx, maxLength: widthPx * heightPx, max: 1 });
    const place = fc.record({
      x0: fc.integer({ min: -5, max: 14 }),
      y0: fc.integer({ min: -5, max: 11 }),
      across: fc.integer({ min: 1, max: 9 }),
      down: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(mask, place, (data, { x0, y0, across, down }) => {
        const at = (x: number, y: number) =>
          x < 0 || y < 0 || x >= widthPx || y >= heightPx ? 0 : (data[y * widthPx + x] ?? 0);
        const count = (steps: number, pixel: (step: number) => number) =>
          Array.from({ length: steps }, (_, step) => pixel(step)).reduce((sum, value) => sum + value, 0) / steps;
        const sides = [
          count(across, (step) => at(x0 + step, y0)),
          count(across, (step) => at(x0 + step, y0 + down - 1)),
          count(down, (step) => at(x0, y0 + step)),
          count(down, (step) => at(x0 + across - 1, y0 + step)),
        ];
        const share = frameShareAt(sumFrames({ data, widthPx, heightPx }), [x0, y0, x0 + across, y0 + down]);
        expect(share).toBeCloseTo(sides.reduce((sum, side) => sum + side, 0) / sides.length, 10);
      }),
    );
  });
});
