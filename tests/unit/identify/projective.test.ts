import { describe, expect, it } from 'vitest';
import { fitProjective } from '../../../ocr/identify/projective.ts';
import type { Point } from '../../../ocr/model/geometry.ts';

const seen = ({ x, y }: Point): Point => {
  const depth = 1 + 0.0003 * x - 0.0002 * y;
  return { x: (0.99 * x + 0.01 * y + 4) / depth, y: (1.01 * y - 0.02 * x + 7) / depth };
};
const upperHalf = [20, 60, 100, 140, 180].flatMap((x) => [20, 45, 70, 95, 120, 145].map((y) => ({ x, y })));

describe('a projective map', () => {
  it('found on the upper half of a page holds on the lower half', () => {
    const map = fitProjective(upperHalf.map((from) => ({ from, to: seen(from), weight: 1 })));
    for (const place of [
      { x: 20, y: 280 },
      { x: 190, y: 280 },
    ]) {
      const [found, truth] = [map?.(place), seen(place)];
      expect(found?.x).toBeCloseTo(truth.x, 0);
      expect(found?.y).toBeCloseTo(truth.y, 0);
    }
  });

  it('is not found where few pairs have a say', () => {
    expect(fitProjective(upperHalf.map((from, i) => ({ from, to: seen(from), weight: i < 2 ? 0 : 1 })))).toBeNull();
  });
});
