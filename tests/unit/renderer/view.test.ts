import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  boxInView,
  type RotationDeg,
  scrollTo,
  uprightBox,
  viewAround,
  viewWhole,
} from '../../../renderer/canvas/view.ts';

const rotations = fc.constantFrom<RotationDeg>(0, 90, 180, 270);
const size = fc.record({ width: fc.integer({ min: 200, max: 5000 }), height: fc.integer({ min: 200, max: 5000 }) });

/** A picture, upright, and a box that lies inside the captured page it was turned from. */
const pictureWithBox = fc
  .record({
    upright: size,
    rotationDeg: rotations,
    share: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ upright, rotationDeg, share }) => {
    const lying = rotationDeg === 90 || rotationDeg === 270;
    const captured = lying ? { width: upright.height, height: upright.width } : upright;
    const [a = 0, b = 0, c = 0, d = 0] = share;
    const box: Box = [
      Math.min(a, b) * captured.width,
      Math.min(c, d) * captured.height,
      Math.max(a, b) * captured.width,
      Math.max(c, d) * captured.height,
    ];
    return { upright, captured, rotationDeg, box };
  });

describe('a box of the captured page on the upright picture', () => {
  test('is left as it is on a page that was not turned', () => {
    expect(uprightBox([10, 20, 30, 60], { width: 100, height: 200 }, 0)).toEqual([10, 20, 30, 60]);
  });

  test('goes from the lower left to the upper left when the page is turned clockwise', () => {
    // Captured 200 wide and 100 high, the box in its lower left corner.
    expect(uprightBox([0, 80, 30, 100], { width: 100, height: 200 }, 90)).toEqual([0, 0, 20, 30]);
  });

  test('goes to the opposite corner when the page lay upside down', () => {
    expect(uprightBox([0, 0, 30, 20], { width: 100, height: 200 }, 180)).toEqual([70, 180, 100, 200]);
  });

  test('goes from the upper right to the upper left when the page is turned counter-clockwise', () => {
    expect(uprightBox([170, 0, 200, 20], { width: 100, height: 200 }, 270)).toEqual([0, 0, 20, 30]);
  });

  test('stays inside the picture and keeps its area', () => {
    fc.assert(
      fc.property(pictureWithBox, ({ upright, rotationDeg, box }) => {
        const [x0, y0, x1, y1] = uprightBox(box, upright, rotationDeg);
        expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(-1e-6);
        expect(x1).toBeLessThanOrEqual(upright.width + 1e-6);
        expect(y1).toBeLessThanOrEqual(upright.height + 1e-6);
        expect((x1 - x0) * (y1 - y0)).toBeCloseTo((box[2] - box[0]) * (box[3] - box[1]), 3);
      }),
    );
  });

  test('comes back after four quarter turns', () => {
    fc.assert(
      fc.property(pictureWithBox, ({ captured, box }) => {
        const turned = { width: captured.height, height: captured.width };
        let now: Box = box;
        for (const upright of [turned, captured, turned, captured]) now = uprightBox(now, upright, 90);
        now.forEach((side, index) => {
          expect(side).toBeCloseTo(box[index] ?? Number.NaN, 6);
        });
      }),
    );
  });
});

describe('looking at a page', () => {
  const closeUp = { marginX: 0.06, marginY: 0.7, maxScale: 1.6, zoom: 1 };

  test('the whole page lies inside the window, centred', () => {
    expect(viewWhole({ width: 1000, height: 2000 }, { width: 500, height: 500 })).toEqual({
      scale: 0.25,
      offsetX: 125,
      offsetY: 0,
    });
  });

  test('a close-up shows all of the field inside the window', () => {
    fc.assert(
      fc.property(pictureWithBox, size, ({ upright, rotationDeg, box }, window) => {
        const placed = uprightBox(box, upright, rotationDeg);
        const [x0, y0, x1, y1] = boxInView(placed, viewAround(placed, upright, window, closeUp));
        expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(-1e-6);
        expect(x1).toBeLessThanOrEqual(window.width + 1e-6);
        expect(y1).toBeLessThanOrEqual(window.height + 1e-6);
      }),
    );
  });

  test('a small field is enlarged no further than its pixels bear', () => {
    const view = viewAround([100, 100, 110, 110], { width: 1000, height: 1000 }, { width: 800, height: 200 }, closeUp);
    expect(view.scale).toBe(closeUp.maxScale);
  });

  test('scrolling brings the field to the middle, but never past the edges of the page', () => {
    const content = { width: 600, height: 2000 };
    const window = { width: 600, height: 500 };
    expect(scrollTo([0, 990, 100, 1010], content, window)).toEqual({ left: 0, top: 750 });
    expect(scrollTo([0, 0, 100, 20], content, window)).toEqual({ left: 0, top: 0 });
    expect(scrollTo([0, 1980, 100, 2000], content, window)).toEqual({ left: 0, top: 1500 });
  });
});
