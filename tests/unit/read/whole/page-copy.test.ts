import { describe, expect, it } from 'vitest';
import { applyAffine, identityAffine } from '../../../../ocr/model/geometry.ts';
import type { PreparedPage } from '../../../../ocr/model/page.ts';
import { copyForReading, type PageCopy } from '../../../../ocr/read/whole/page-copy.ts';

const widthPx = 400;
const heightPx = 200;
const engineThreshold = 128;

describe('the copies of a page that is read whole', () => {
  it('have fewer pixels for the engine where the resolution is plenty, and lead back to the captured page', () => {
    const { small, scale } = copyForReading(page(300, () => 255));
    expect(small).toMatchObject({ dpi: 157.5, image: { widthPx: 210, heightPx: 105 } });
    expect(scale).toBeCloseTo(small.image.widthPx / widthPx);
    const middle = applyAffine(small.toCaptured, { x: 105, y: 52.5 });
    expect([middle.x, middle.y]).toEqual([expect.closeTo(200), expect.closeTo(100)]);
  });

  it('keep all pixels of a page of 200 dpi', () => {
    expect(copyForReading(page(200, () => 255))).toMatchObject({
      scale: 1,
      small: { dpi: 200, image: { widthPx, heightPx } },
    });
  });

  it('darken faint print beyond the threshold of the engine, and leave black and white', () => {
    const { small } = copyForReading(page(200, (x, y) => (isSquare(x, y, 50) ? 180 : isSquare(x, y, 150) ? 0 : 255)));
    expect(levelAt(small, 55, 55)).toBeLessThan(engineThreshold);
    expect(levelAt(small, 155, 155)).toBe(0);
    expect(levelAt(small, 300, 20)).toBe(255);
  });

  it('have no rules, but the letters that stand on one', () => {
    for (const copy of copiesOf(copyForReading(page(200, (x, y) => (isSquare(x, y, 50) || y === 60 ? 0 : 255))))) {
      expect(levelAt(copy, 300, 60)).toBe(255);
      expect(levelAt(copy, 55, 55)).toBe(0);
    }
  });

  it('keep the grey of faint print, and all pixels, for networks', () => {
    const { full } = copyForReading(page(300, (x, y) => (isSquare(x, y, 50) ? 180 : 255)));
    expect(full).toMatchObject({ dpi: 300, image: { widthPx, heightPx } });
    expect(levelAt(full, 55, 55)).toBe(180);
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

function copiesOf({ full, small }: PageCopy) {
  return [full, small];
}

function levelAt({ image }: Pick<PreparedPage, 'image'>, x: number, y: number): number | undefined {
  return image.data[y * image.widthPx + x];
}
