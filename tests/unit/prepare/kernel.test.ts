import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Affine } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { createKernel, type Plane } from '../../../ocr/prepare/kernel/kernel.ts';

const kernel = createKernel();

/** Pictures of any small size, and some just wider than a vector. */
const pictures = fc
  .record({ widthPx: fc.integer({ min: 1, max: 50 }), heightPx: fc.integer({ min: 1, max: 20 }) })
  .chain(({ widthPx, heightPx }) =>
    fc
      .uint8Array({ minLength: widthPx * heightPx, maxLength: widthPx * heightPx })
      .map((data) => ({ data, widthPx, heightPx })),
  );

function run(picture: GreyImage, work: (plane: Plane) => Plane): GreyImage {
  return kernel.scope(() => kernel.read(work(kernel.load(picture))));
}

function at({ data, widthPx }: GreyImage, x: number, y: number): number {
  const value = data[y * widthPx + x];
  if (value === undefined) throw new RangeError(`no pixel at ${x}, ${y}`);
  return value;
}

function build(widthPx: number, heightPx: number, level: (x: number, y: number) => number): GreyImage {
  const data = Uint8Array.from({ length: widthPx * heightPx }, (_, index) =>
    level(index % widthPx, Math.floor(index / widthPx)),
  );
  return { data, widthPx, heightPx };
}

/** Bilinear interpolation between the middles of pixels; white beyond the edges. */
function blended(picture: GreyImage, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const level = (column: number, row: number) =>
    column < 0 || row < 0 || column >= picture.widthPx || row >= picture.heightPx ? 255 : at(picture, column, row);
  const across = (row: number) => level(left, row) + (level(left + 1, row) - level(left, row)) * (x - left);
  return Math.round(across(top) + (across(top + 1) - across(top)) * (y - top));
}

function makeLike(plane: Plane): Plane {
  return kernel.make(plane.widthPx, plane.heightPx);
}

describe('image kernel', () => {
  test('a quarter turn moves the top left corner to the top right', () => {
    const turned = run(
      build(3, 2, (x, y) => 10 * y + x),
      (plane) => kernel.turn(plane, 1),
    );
    expect(turned).toMatchObject({ widthPx: 2, heightPx: 3 });
    expect([...turned.data]).toEqual([10, 0, 11, 1, 12, 2]);
  });

  test('a crop is the part that was asked for', () => {
    const picture = build(7, 5, (x, y) => 10 * y + x);
    expect(run(picture, (plane) => kernel.crop(plane, { left: 2, top: 1, widthPx: 4, heightPx: 3 }))).toEqual(
      build(4, 3, (x, y) => 10 * (y + 1) + x + 2),
    );
    expect(
      kernel.scope(() => kernel.read(kernel.loadPart(picture, { left: 3, top: 2, widthPx: 4, heightPx: 3 }))),
    ).toEqual(build(4, 3, (x, y) => 10 * (y + 2) + x + 3));
  });

  test('turns add up to a whole one', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(run(picture, (plane) => kernel.turn(kernel.turn(kernel.turn(plane, 1), 2), 1))).toEqual(picture);
        expect(run(picture, (plane) => kernel.turn(kernel.turn(plane, 3), 1))).toEqual(picture);
      }),
    );
  });

  test('a warp blends the four pixels around each place, paper beyond the edges', () => {
    const motions = fc.record({
      angle: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      scale: fc.constantFrom(0.3, 0.7, 1, 1.4, 2.5),
      x: fc.double({ min: -5, max: 5, noNaN: true }),
      y: fc.double({ min: -5, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(pictures, motions, (picture, { angle, scale, x, y }) => {
        const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)];
        const drawn = run(picture, (plane) =>
          kernel.warp(plane, kernel.make(40, 12), [cos, sin, -sin, cos, x, y], 255, 'bilinear'),
        );
        const expected = build(40, 12, (column, row) => {
          const [u, v] = [column + 0.5, row + 0.5];
          return blended(picture, cos * u - sin * v + x - 0.5, sin * u + cos * v + y - 0.5);
        });
        const errors = drawn.data.map((level, index) => Math.abs(level - (expected.data[index] ?? 0)));
        expect(Math.max(...errors)).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('the median is that of each pixel’s nine neighbours', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const found = run(picture, (plane) => kernel.median3(plane, makeLike(plane)));
        const expected = build(picture.widthPx, picture.heightPx, (x, y) => {
          const isInside = x > 0 && y > 0 && x < picture.widthPx - 1 && y < picture.heightPx - 1;
          if (!isInside || picture.widthPx < 18) return at(picture, x, y);
          const near = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => at(picture, x + dx, y + dy)));
          return near.sort((one, two) => one - two)[4] ?? 0;
        });
        expect(found).toEqual(expected);
      }),
    );
  });

  test('a box takes the mean, a pair of pairs the lightest', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 1, max: 4 }), (picture, factor) => {
        const square = (x: number, y: number, size: number) =>
          Array.from({ length: size * size }, (_, index) =>
            at(picture, x * size + (index % size), y * size + Math.floor(index / size)),
          );
        const mean = run(picture, (plane) => kernel.boxDown(plane, factor));
        const across = Math.floor(picture.widthPx / factor);
        const down = Math.floor(picture.heightPx / factor);
        const rounded = (values: number[]) =>
          Math.floor((values.reduce((a, b) => a + b, 0) + Math.floor(values.length / 2)) / values.length);
        expect(mean).toEqual(build(across, down, (x, y) => rounded(square(x, y, factor))));
        const lightest = run(picture, (plane) => kernel.maxDown2(plane));
        expect(lightest).toEqual(
          build(picture.widthPx >> 1, picture.heightPx >> 1, (x, y) => Math.max(...square(x, y, 2))),
        );
      }),
    );
  });

  test('the histogram counts every pixel', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const counts = kernel.scope(() => kernel.histogram(kernel.load(picture)));
        const expected = new Uint32Array(256);
        for (const level of picture.data) expected[level] = (expected[level] ?? 0) + 1;
        expect(counts).toEqual(expected);
      }),
    );
    const mostlyWhite = kernel.scope(() => kernel.histogram(kernel.load(build(50, 3, (x) => (x === 20 ? 7 : 255)))));
    expect([mostlyWhite[7], mostlyWhite[255]]).toEqual([3, 147]);
  });

  test('stretching maps black to 0, white to 255 and keeps the order', () => {
    const levels = build(256, 1, (x) => x);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 140 }), fc.integer({ min: 40, max: 115 }), (black, range) => {
        const stretched = run(levels, (plane) => {
          kernel.stretch(plane, black, black + range);
          return plane;
        }).data;
        expect(stretched[black]).toBe(0);
        expect(stretched[black + range]).toBeGreaterThanOrEqual(254);
        expect(stretched[255]).toBeGreaterThanOrEqual(254);
        expect([...stretched]).toEqual([...stretched].sort((one, two) => one - two));
      }),
    );
  });

  test('a page is white where it is as light as its background', () => {
    const shadow = build(400, 300, (x) => 240 - Math.floor(x / 4));
    const found = run(shadow, (plane) =>
      kernel.divideByBackground(
        plane,
        kernel.load(build(40, 30, (x) => 240 - Math.floor((x * 10 + 5) / 4))),
        makeLike(plane),
      ),
    );
    expect(Math.min(...found.data)).toBeGreaterThanOrEqual(251);
  });

  test.each(['bilinear', 'cubic'] as const)('a %s warp by nothing changes nothing', (filter) => {
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(run(picture, (plane) => kernel.warp(plane, makeLike(plane), [1, 0, 0, 1, 0, 0], 255, filter))).toEqual(
          picture,
        );
      }),
    );
  });

  test.each(['bilinear', 'cubic'] as const)(
    'a %s warp by whole pixels shifts, and fills what comes from outside',
    (filter) => {
      const picture = build(40, 30, (x, y) => (x * 7 + y * 13) % 256);
      const shifted = run(picture, (plane) => kernel.warp(plane, makeLike(plane), [1, 0, 0, 1, 5, -3], 9, filter));
      const inside = (x: number, y: number) => x + 5 < 40 && y - 3 >= 0;
      expect(shifted).toEqual(build(40, 30, (x, y) => (inside(x, y) ? at(picture, x + 5, y - 3) : 9)));
    },
  );

  test('a cubic warp draws each pixel alike, alone and beside others', () => {
    const steps = fc.record({
      across: fc.constantFrom(20_000, 43_690, 65_536, 130_000, 239_000, 250_000),
      // Even, so that half a step is a whole number, too.
      down: fc.integer({ min: -10_500, max: 10_500 }).map((half) => 2 * half),
      x: fc.integer({ min: -4, max: 8 }),
      y: fc.integer({ min: -4, max: 8 }),
    });
    fc.assert(
      fc.property(pictures, steps, (picture, { across, down, x, y }) => {
        const [a, b] = [across / 65_536, down / 65_536];
        const draw = (widthPx: number, from: number) =>
          run(picture, (plane) => {
            const toSource: Affine = [a, b, -b, a, x + from * a, y + from * b];
            return kernel.warp(plane, kernel.make(widthPx, 10), toSource, 255, 'cubic');
          });
        const columns = Array.from({ length: 24 }, (_, column) => draw(1, column));
        const expected = build(24, 10, (column, row) => at(columns[column] ?? picture, 0, row));
        expect(draw(24, 0)).toEqual(expected);
      }),
    );
  });

  test('components are what touches, corners included', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const found = kernel.scope(() => kernel.components(kernel.load(picture), 128));
        const key = (list: readonly { x0: number; y0: number; x1: number; y1: number; area: number }[]) =>
          list.map(({ x0, y0, x1, y1, area }) => [x0, y0, x1, y1, area].join()).sort();
        expect(key(found ?? [])).toEqual(key(flood(picture, 128)));
      }),
    );
  });

  test('despeckling whitens specks and keeps what is larger', () => {
    const picture = build(60, 40, (x, y) =>
      x === 50 && y === 5 ? 0 : x >= 10 && x < 20 && y >= 10 && y < 14 ? 20 : 255,
    );
    const cleaned = run(picture, (plane) => {
      expect(kernel.despeckle(plane, 140, 9)).toBe(1);
      return plane;
    });
    expect(at(cleaned, 50, 5)).toBe(255);
    expect(cleaned.data.filter((level) => level === 20)).toHaveLength(40);
  });

  test('rules go, letters that stand on them stay', () => {
    const isRule = (x: number, y: number) => (y >= 30 && y < 33 && x >= 5) || (x >= 10 && x < 12 && y >= 2);
    const isStem = (x: number, y: number) => x >= 60 && x < 64 && y >= 12 && y < 30;
    const picture = build(160, 120, (x, y) => (isRule(x, y) || isStem(x, y) ? 0 : 255));
    const options = { threshold: 140, minLengthPx: 70, maxThicknessPx: 6 };
    const found = run(picture, (plane) => kernel.removeRules(plane, makeLike(plane), options));
    expect(at(found, 100, 31)).toBe(255);
    expect(at(found, 10, 80)).toBe(255);
    for (let y = 12; y < 30; y++) for (let x = 60; x < 64; x++) expect(at(found, x, y)).toBe(0);
  });

  test('masses go, frames and lines stay', () => {
    const isMass = (x: number) => x < 40;
    const isFrame = (x: number, y: number) =>
      (x === 60 || x === 150 || y === 10 || y === 90) && x >= 60 && x <= 150 && y >= 10 && y <= 90;
    const picture = build(160, 120, (x, y) => (isMass(x) || isFrame(x, y) ? 0 : 255));
    const found = run(picture, (plane) => {
      expect(kernel.whitenMasses(plane, 140, 12)).toBe(1);
      return plane;
    });
    expect(found).toEqual(build(160, 120, (x, y) => (isFrame(x, y) ? 0 : 255)));
  });

  test('memory is used again after each scope', () => {
    const picture = build(500, 500, () => 0);
    run(picture, (plane) => kernel.turn(plane, 1));
    const before = kernel.memoryBytes();
    for (let round = 0; round < 50; round++) run(picture, (plane) => kernel.turn(plane, 1));
    expect(kernel.memoryBytes()).toBe(before);
  });
});

function flood(picture: GreyImage, threshold: number) {
  const { widthPx, heightPx } = picture;
  const open = new Set([...picture.data.keys()].filter((index) => (picture.data[index] ?? 255) < threshold));
  const found = [];
  for (const start of open) {
    const box = { x0: widthPx, y0: heightPx, x1: 0, y1: 0, area: 0 };
    const queue = [start];
    open.delete(start);
    for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
      const x = index % widthPx;
      const y = Math.floor(index / widthPx);
      box.x0 = Math.min(box.x0, x);
      box.y0 = Math.min(box.y0, y);
      box.x1 = Math.max(box.x1, x + 1);
      box.y1 = Math.max(box.y1, y + 1);
      box.area += 1;
      for (const [dx, dy] of [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => [across, down] as const))) {
        const near = (y + dy) * widthPx + x + dx;
        if (x + dx < 0 || x + dx >= widthPx || !open.delete(near)) continue;
        queue.push(near);
      }
    }
    found.push(box);
  }
  return found;
}
