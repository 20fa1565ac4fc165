import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyAffine } from '../../../ocr/model/geometry.ts';
import type { PreparedPage } from '../../../ocr/model/page.ts';
import { turnPage } from '../../../ocr/worker/turn-page.ts';

const turns = [0, 90, 180, 270] as const;

describe('turning a prepared page', () => {
  it('keeps every pixel, and each finds its way back to the captured page', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(...turns));
    fc.assert(
      fc.property(sizes, ([widthPx, heightPx, turnDeg]) => {
        const page = numberedPage(widthPx, heightPx);
        const turned = turnPage(page, turnDeg);
        for (let y = 0; y < turned.image.heightPx; y += 1) {
          for (let x = 0; x < turned.image.widthPx; x += 1) {
            const back = applyAffine(turned.toCaptured, { x: x + 0.5, y: y + 0.5 });
            const original = Math.floor(back.y) * widthPx + Math.floor(back.x);
            expect(turned.image.data[y * turned.image.widthPx + x]).toBe(page.image.data[original]);
          }
        }
      }),
    );
  });

  it('is recorded, and the clockwise turns add up', () => {
    const turned = turnPage({ ...numberedPage(2, 3), rotationDeg: 270 }, 180);
    expect(turned.rotationDeg).toBe(90);
    expect(turned.steps).toEqual([{ kind: 'turn', clockwiseDeg: 180 }]);
  });

  it('clockwise brings the top left corner to the top right', () => {
    const turned = turnPage(numberedPage(2, 3), 90);
    expect([turned.image.widthPx, turned.image.heightPx]).toEqual([3, 2]);
    expect(turned.image.data[2]).toBe(0);
  });
});

function numberedPage(widthPx: number, heightPx: number): PreparedPage {
  const data = Uint8Array.from({ length: widthPx * heightPx }, (_, index) => index);
  const image = { data, widthPx, heightPx };
  return { image, dpi: 300, steps: [], toCaptured: [1, 0, 0, 1, 0, 0], rotationDeg: 0, skewDeg: 0, blank: false };
}
