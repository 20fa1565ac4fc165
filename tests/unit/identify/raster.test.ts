import { describe, expect, it } from 'vitest';
import { cornerMap, findCorners } from '../../../ocr/identify/corners.ts';
import { findPeak } from '../../../ocr/identify/correlate.ts';
import { describeCorners, descriptorDistance, descriptorPattern } from '../../../ocr/identify/descriptor.ts';
import { seededRandom } from '../../../ocr/identify/random.ts';
import { boxBlur, rasterAt } from '../../../ocr/identify/raster.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';

/** White paper with a black rectangle. */
function paper(side: number, [x0, y0, x1, y1]: readonly [number, number, number, number]): GreyImage {
  const data = new Uint8Array(side * side).fill(255);
  for (let y = y0; y < y1; y++) data.fill(0, y * side + x0, y * side + x1);
  return { data, widthPx: side, heightPx: side };
}

/** Centre of the ink in millimetres. */
function inkCentre({ data, widthPx, pxPerMmX, pxPerMmY }: GreyImage & { pxPerMmX: number; pxPerMmY: number }): {
  x: number;
  y: number;
} {
  let total = 0;
  let x = 0;
  let y = 0;
  data.forEach((value, place) => {
    total += 255 - value;
    x += (255 - value) * ((place % widthPx) + 0.5);
    y += (255 - value) * (Math.floor(place / widthPx) + 0.5);
  });
  return { x: x / total / pxPerMmX, y: y / total / pxPerMmY };
}

describe('scaling a raster', () => {
  it.each([300, 150, 137, 75, 60])('keeps ink where it is, to a hundredth of a millimetre, at %i dpi', (dpi) => {
    const image = paper(590, [118, 236, 300, 300]);
    const sideMm = (590 / 150) * 25.4;
    const centre = inkCentre(rasterAt(image, sideMm, sideMm, dpi));
    expect(centre.x).toBeCloseTo((209 / 150) * 25.4, 1);
    expect(centre.y).toBeCloseTo((268 / 150) * 25.4, 1);
  });

  it('leaves plain paper plain', () => {
    const image = { data: new Uint8Array(50 * 50).fill(201), widthPx: 50, heightPx: 50 };
    for (const dpi of [40, 90, 300]) {
      const levels = new Set(rasterAt(image, 10, 10, dpi).data);
      for (const level of levels) expect(Math.abs(level - 201)).toBeLessThanOrEqual(1);
    }
    expect(new Set(boxBlur(image, 2))).toEqual(new Set([201]));
  });
});

describe('findable places', () => {
  it('are corners, not edges or paper', () => {
    const found = findCorners(cornerMap(paper(120, [30, 40, 80, 90]), 2), {
      marginPx: 5,
      cellPx: 120,
      perCell: 10,
      floor: 6000,
    });
    const expected = [
      [30, 40],
      [80, 40],
      [30, 90],
      [80, 90],
    ];
    for (const { x, y } of found) {
      expect(Math.min(...expected.map(([ex = 0, ey = 0]) => Math.hypot(x - ex, y - ey)))).toBeLessThan(4);
    }
    expect(found.length).toBeGreaterThanOrEqual(4);
  });

  it('look the same on a page that was turned', () => {
    const random = seededRandom(3);
    const side = 61;
    const noisy: GreyImage = {
      data: Uint8Array.from({ length: side * side }, () => Math.floor(random() * 256)),
      widthPx: side,
      heightPx: side,
    };
    const image = { ...noisy, data: boxBlur(noisy, 2) };
    const pattern = descriptorPattern();
    const centre = [{ x: 30, y: 30, strength: 1 }];
    const upright = describeCorners(image, centre, pattern, 0);
    // Each turn's picture is such that turning it clockwise by `turnDeg` gives `image` again.
    const turned = {
      90: (x: number, y: number) => (side - 1 - x) * side + y,
      180: (x: number, y: number) => (side - 1 - y) * side + side - 1 - x,
      270: (x: number, y: number) => x * side + side - 1 - y,
    };
    for (const turnDeg of [90, 180, 270] as const) {
      const data = new Uint8Array(image.data.length);
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++) data[turned[turnDeg](x, y)] = image.data[y * side + x] ?? 0;
      }
      const words = describeCorners({ ...image, data }, centre, pattern, turnDeg);
      expect(descriptorDistance(upright, 0, words, 0, 256)).toBe(0);
    }
  });
});

describe('correlating a patch', () => {
  it('finds a shift to a tenth of a pixel', () => {
    const blob = (x: number, y: number): number =>
      200 * Math.exp(-((x * x) / 18 + (y * y) / 12)) + 90 * Math.exp(-((x - 6) ** 2 / 8 + (y + 4) ** 2 / 9));
    const side = 25;
    const windowSide = side + 8;
    const shift = { x: 1.3, y: -2.4 };
    const template = Float32Array.from({ length: side * side }, (_, i) =>
      blob((i % side) - 12, Math.floor(i / side) - 12),
    );
    const mean = template.reduce((sum, value) => sum + value, 0) / template.length;
    const length = Math.sqrt(template.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    const unit = template.map((value) => (value - mean) / length);
    const window = Float32Array.from({ length: windowSide * windowSide }, (_, i) =>
      blob((i % windowSide) - 16 - shift.x, Math.floor(i / windowSide) - 16 - shift.y),
    );
    const peak = findPeak(unit, side, window, windowSide);
    if (!peak) throw new Error('no peak');
    expect(Math.abs(peak.x - 4 - shift.x)).toBeLessThan(0.1);
    expect(Math.abs(peak.y - 4 - shift.y)).toBeLessThan(0.1);
    expect(peak.correlation).toBeGreaterThan(0.98);
  });

  it('finds nothing on plain paper', () => {
    expect(findPeak(new Float32Array(9).fill(0.1), 3, new Float32Array(49).fill(255), 7)).toBeNull();
  });
});
