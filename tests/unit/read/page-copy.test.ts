import { describe, expect, it } from 'vitest';
import { applyAffine, identityAffine } from '../../../ocr/model/geometry.ts';
import type { PreparedPage } from '../../../ocr/model/page.ts';
import { copyForReading } from '../../../ocr/read/page-copy.ts';

const widthPx = 400;
const heightPx = 200;
const engineThreshold = 128;

describe('the copy of a page that is read whole', () => {
  it('has fewer pixels where the resolution is plenty, and leads back to the captured page', () => {
    const copy = copyForReading(page(300, () => 255));
    expect(copy).toMatchObject({ dpi: 157.5, image: { widthPx: 210, heightPx: 105 } });
    const middle = applyAffine(copy.toCaptured, { x: 105, y: 52.5 });
    expect([middle.x, middle.y]).toEqual([expect.closeTo(200), expect.closeTo(100)]);
  });

  it('keeps all pixels of a page of 200 dpi', () => {
    expect(copyForReading(page(200, () => 255))).toMatchObject({ dpi: 200, image: { widthPx, heightPx } });
  });

  it('darkens faint print beyond the threshold of the engine, and leaves black and white', () => {
    const copy = copyForReading(page(200, (x, y) => (isSquare(x, y, 50) ? 180 : isSquare(x, y, 150) ? 0 : 255)));
    expect(levelAt(copy, 55, 55)).toBeLessThan(engineThreshold);
    expect(levelAt(copy, 155, 155)).toBe(0);
    expect(levelAt(copy, 300, 20)).toBe(255);
  });

  it('has no rules, but the letters that stand on one', () => {
    const copy = copyForReading(page(200, (x, y) => (isSquare(x, y, 50) || y === 60 ? 0 : 255)));
    expect(levelAt(copy, 300, 60)).toBe(255);
    expect(levelAt(copy, 55, 55)).toBe(0);
  });
});

function isSquare(x: number, y: number, start: number): boolean {
  return x >= start && x < start + 10 && y >= start && y < start + 10;
}

function page(dpi: number, levelOf: (x: number, y: number) => number): PreparedPage {
  const data = Uint8Array.from({ length: widthPx * heightPx }, (_, place) =>
    levelOf(place % widthPx, Math.floor(place / widthPx)),
  );
  return {
    image: { data, widthPx, heightPx },
    dpi,
    steps: [],
    toCaptured: identityAffine,
    rotationDeg: 0,
    skewDeg: 0,
    blank: false,
  };
}

function levelAt({ image }: PreparedPage, x: number, y: number): number | undefined {
  return image.data[y * image.widthPx + x];
}
