import { describe, expect, it } from 'vitest';
import type { PreparedPage } from '../../../../ocr/model/page.ts';
import { readBoxes } from '../../../../ocr/read/marks/read-boxes.ts';

const widthPx = 600;
const heightPx = 400;

/** An empty page at 200 dpi, drawn on by `ink`. */
function page(draw: (ink: Ink) => void): PreparedPage {
  const image = { data: new Uint8Array(widthPx * heightPx).fill(255), widthPx, heightPx };
  draw((x0, y0, x1, y1, grey = 0) => {
    for (let y = y0; y < y1; y += 1) image.data.fill(grey, y * widthPx + x0, y * widthPx + x1);
  });
  return { image, dpi: 200, steps: [], toCaptured: [2, 0, 0, 2, 0, 0], rotationDeg: 0, skewDeg: 0, blank: false };
}

type Ink = (x0: number, y0: number, x1: number, y1: number, grey?: number) => void;

function frame(ink: Ink, x: number, y: number, side: number): void {
  ink(x, y, x + side, y + 3);
  ink(x, y + side - 3, x + side, y + side);
  ink(x, y, x + 3, y + side);
  ink(x + side - 3, y, x + side, y + side);
}

function cross(ink: Ink, x: number, y: number, side: number): void {
  for (let step = 4; step < side - 6; step += 1) {
    ink(x + step, y + step, x + step + 3, y + step + 3);
    ink(x + side - step - 3, y + step, x + side - step, y + step + 3);
  }
}

describe('on a page that no layout describes', () => {
  it('boxes are found by shape, marked and empty ones', () => {
    const found = readBoxes(
      page((ink) => {
        for (const x of [50, 150, 250]) frame(ink, x, 100, 32);
        cross(ink, 150, 100, 32);
        ink(40, 200, 500, 203);
      }),
    );
    const byPlace = found.toSorted((one, other) => one.box[0] - other.box[0]);
    expect(byPlace.map(({ state }) => state)).toEqual(['empty', 'marked', 'empty']);
    expect(Math.abs((byPlace[1]?.box[0] ?? 0) - 150)).toBeLessThanOrEqual(3);
  });

  it('a box filled in all over is found in the row or column of others; a black mass or a rule there is none', () => {
    const found = readBoxes(
      page((ink) => {
        for (const x of [50, 150]) frame(ink, x, 100, 32);
        frame(ink, 250, 100, 32);
        ink(254, 104, 278, 128);
        frame(ink, 50, 200, 32);
        ink(46, 205, 84, 228);
        ink(350, 90, 420, 145);
        ink(450, 99, 600, 102);
      }),
    );
    const places = found.map(({ box, state }) => `${Math.round(box[0] / 10)} ${Math.round(box[1] / 10)} ${state}`);
    expect(places.toSorted()).toEqual(['15 10 empty', '25 10 marked', '5 10 empty', '5 20 marked']);
  });

  it('a box with a pale frame is found beside others of its size', () => {
    const pale: (ink: Ink) => Ink = (ink) => (x0, y0, x1, y1) => ink(x0, y0, x1, y1, 222);
    const found = readBoxes(
      page((ink) => {
        for (const x of [50, 150]) frame(ink, x, 100, 32);
        frame(pale(ink), 250, 100, 32);
      }),
    );
    expect(found.map(({ state }) => state)).toEqual(['empty', 'empty', 'empty']);
  });

  it('a cell of another size than the boxes is none, and neither is a lone square', () => {
    const cells = page((ink) => {
      for (const x of [50, 150, 250]) frame(ink, x, 100, 32);
      frame(ink, 350, 100, 46);
    });
    expect(readBoxes(cells)).toHaveLength(3);
    expect(readBoxes(page((ink) => frame(ink, 50, 100, 32)))).toEqual([]);
  });
});
