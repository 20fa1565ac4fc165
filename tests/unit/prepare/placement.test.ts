import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAffine, invertAffine } from '../../../ocr/model/geometry.ts';
import { placePage } from '../../../ocr/prepare/placement.ts';

const placements = fc.record({
  size: fc.record({ widthPx: fc.integer({ min: 1, max: 9000 }), heightPx: fc.integer({ min: 1, max: 9000 }) }),
  turnDeg: fc.constantFrom(0, 90, 180, 270),
  skewDeg: fc.double({ min: -18, max: 18, noNaN: true }),
  factor: fc.double({ min: 0.25, max: 4, noNaN: true }),
});

test('every captured point lies on the prepared page, and comes back from there', () => {
  fc.assert(
    fc.property(
      placements,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (page, u, v) => {
        const { widthPx, heightPx, toCaptured } = placePage(page.size, page.turnDeg, page.skewDeg, page.factor);
        const captured = { x: u * page.size.widthPx, y: v * page.size.heightPx };
        const prepared = applyAffine(invertAffine(toCaptured), captured);
        expect(prepared.x).toBeGreaterThan(-1e-3);
        expect(prepared.y).toBeGreaterThan(-1e-3);
        expect(prepared.x).toBeLessThan(widthPx + 1e-3);
        expect(prepared.y).toBeLessThan(heightPx + 1e-3);
        const back = applyAffine(toCaptured, prepared);
        expect(back.x).toBeCloseTo(captured.x, 3);
        expect(back.y).toBeCloseTo(captured.y, 3);
      },
    ),
  );
});

test('lengths grow by the factor and angles turn by turn and skew', () => {
  fc.assert(
    fc.property(placements, (page) => {
      const { toCaptured } = placePage(page.size, page.turnDeg, page.skewDeg, page.factor);
      const origin = applyAffine(toCaptured, { x: 0, y: 0 });
      const across = applyAffine(toCaptured, { x: 1, y: 0 });
      expect(Math.hypot(across.x - origin.x, across.y - origin.y)).toBeCloseTo(1 / page.factor, 6);
      const angleDeg = (Math.atan2(across.y - origin.y, across.x - origin.x) * 180) / Math.PI;
      const difference = (((angleDeg + page.turnDeg + page.skewDeg) % 360) + 540) % 360;
      expect(difference - 180).toBeCloseTo(0, 4);
    }),
  );
});

test('a page that is neither turned nor enlarged stays as it is', () => {
  expect(placePage({ widthPx: 2480, heightPx: 3508 }, 0, 0, 1)).toMatchObject({
    widthPx: 2480,
    heightPx: 3508,
    toCaptured: [1, 0, 0, 1, 0, 0],
  });
});
