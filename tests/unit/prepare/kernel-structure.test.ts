import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { createKernel } from '../../../ocr/prepare/kernel/kernel.ts';

const kernel = createKernel();

/** Pictures of any small size, and some just wider than a vector. */
const pictures = fc
  .record({ widthPx: fc.integer({ min: 1, max: 40 }), heightPx: fc.integer({ min: 1, max: 20 }) })
  .chain(({ widthPx, heightPx }) =>
    fc
      .uint8Array({ minLength: widthPx * heightPx, maxLength: widthPx * heightPx })
      .map((data): GreyImage => ({ data, widthPx, heightPx })),
  );

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The mean of a line of pixels about one of them, rounded; the border repeats. */
function meanAround(line: readonly number[], place: number, radius: number): number {
  const values = range(place - radius, place + radius).map(
    (at) => line[Math.max(0, Math.min(line.length - 1, at))] ?? 0,
  );
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function rowsOf({ data, widthPx, heightPx }: GreyImage): number[][] {
  return range(0, heightPx - 1).map((y) => [...data.subarray(y * widthPx, (y + 1) * widthPx)]);
}

function strengthAt({ data, widthPx, heightPx }: GreyImage, x: number, y: number, radius: number): number {
  const level = (column: number, row: number) => data[row * widthPx + column] ?? 0;
  let [xx, yy, xy] = [0, 0, 0];
  for (const row of range(Math.max(1, y - radius), Math.min(heightPx - 2, y + radius))) {
    for (const column of range(Math.max(1, x - radius), Math.min(widthPx - 2, x + radius))) {
      const across = level(column + 1, row) - level(column - 1, row);
      const down = level(column, row + 1) - level(column, row - 1);
      xx += across * across;
      yy += down * down;
      xy += across * down;
    }
  }
  return xx === 0 || yy === 0 ? 0 : (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy);
}

describe('structure operations of the kernel', () => {
  test('a blur takes means across and then down, the border repeated', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 1, max: 7 }), (picture, radius) => {
        const blurred = kernel.scope(() => kernel.read(kernel.boxBlur(kernel.load(picture), radius)));
        const across = rowsOf(picture).map((row) => row.map((_, x) => meanAround(row, x, radius)));
        const expected = across.map((row, y) =>
          row.map((_, x) =>
            meanAround(
              across.map((other) => other[x] ?? 0),
              y,
              radius,
            ),
          ),
        );
        expect(rowsOf(blurred)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('corners are as strong as the smaller eigenvalue of the gradients around them', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 0, max: 4 }), (picture, radius) => {
        const found = kernel.scope(() => kernel.cornerStrengths(kernel.load(picture), radius));
        const expected = Float32Array.from(found, (_, place) =>
          strengthAt(picture, place % picture.widthPx, Math.floor(place / picture.widthPx), radius),
        );
        found.forEach((strength, place) => {
          expect(Math.abs(strength - (expected[place] ?? 0))).toBeLessThan(0.5);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('a template is multiplied with the window at every place', () => {
    const squares = fc.record({ side: fc.integer({ min: 1, max: 9 }), places: fc.integer({ min: 4, max: 11 }) });
    const values = fc.integer({ min: -255, max: 255 });
    fc.assert(
      fc.property(squares, fc.infiniteStream(values), ({ side, places }, numbers) => {
        const draw = (count: number) => Float32Array.from({ length: count }, () => numbers.next().value ?? 0);
        const window = { data: draw((side + places - 1) ** 2), side: side + places - 1 };
        const template = { data: draw(side * side), side };
        const expected = Array.from({ length: places * places }, (_, place) => {
          const start = Math.floor(place / places) * window.side + (place % places);
          return template.data.reduce(
            (sum, value, at) =>
              sum + value * (window.data[start + Math.floor(at / side) * window.side + (at % side)] ?? 0),
            0,
          );
        });
        // Whole numbers this small are exact in 32 bits too.
        expect([...kernel.correlate(template, window)]).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('a bit is set where the second pixel of a pair is lighter by a share of the deviation', () => {
    const picture = { data: Uint8Array.from({ length: 90 }, (_, at) => (at * 37) % 256), widthPx: 9, heightPx: 10 };
    const firsts = range(0, 31).map((pair) => (pair % 7) - 3);
    const seconds = range(0, 31).map((pair) => 9 * ((pair % 5) - 2));
    const places = [30, 41, 50];
    const pairs = { offsets: Int32Array.from([...firsts, ...seconds]), share: 0.35, leastDeviation: 3 };
    const words = kernel.scope(() => kernel.describe(kernel.load(picture), Int32Array.from(places), pairs));
    const level = (place: number, offset = 0) => picture.data[place + offset] ?? 0;
    const expected = places.map((place) => {
      const values = [...firsts, ...seconds].map((offset) => level(place, offset));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
      const isLighter = firsts.map(
        (first, pair) => level(place, seconds[pair]) - level(place, first) > 0.35 * deviation,
      );
      return isLighter.reduce((word, set, bit) => (set ? word + 2 ** bit : word), 0);
    });
    expect([...words]).toEqual(expected);
  });

  test('resampling weighs the pixels of each span, cut off to whole levels after adding a half', () => {
    const picture = { data: Uint8Array.from({ length: 77 }, (_, at) => (at * 53) % 256), widthPx: 11, heightPx: 7 };
    const spans = (rows: readonly (readonly [first: number, ...weights: number[]])[]) => {
      const table = new ArrayBuffer(rows.length * 20);
      const [places, weights] = [new Int32Array(table), new Float32Array(table)];
      rows.forEach(([first, ...shares], row) => {
        places.set([first, shares.length], 5 * row);
        weights.set(shares, 5 * row + 2);
      });
      return { targetPx: rows.length, stride: 3, table };
    };
    const columns = [
      [0, 1],
      [2, 0.5, 0.25, 0.25],
      [9, 0.75, 0.25],
    ] as const;
    const rows = [
      [0, 0.5, 0.5],
      [6, 1],
    ] as const;
    const scaled = kernel.scope(() => kernel.read(kernel.resample(kernel.load(picture), spans(columns), spans(rows))));
    const level = (x: number, y: number) => picture.data[11 * y + x] ?? 0;
    const expected = rows.map(([top, ...down]) =>
      columns.map(([left, ...across]) =>
        across.reduce(
          (sum, share, dx) =>
            sum + share * down.reduce((line, part, dy) => line + part * level(left + dx, top + dy), 0),
          0,
        ),
      ),
    );
    expect([...scaled.data]).toEqual(expected.flat().map((value) => Math.floor(value + 0.5)));
  });

  test('flat paper has a deviation too: what is lighter by less than that is not told', () => {
    const picture = { data: new Uint8Array(64).fill(200), widthPx: 8, heightPx: 8 };
    picture.data.set([201, 202], 10);
    const offsets = new Int32Array(64);
    offsets.set([1, 2], 32);
    const words = kernel.scope(() =>
      kernel.describe(kernel.load(picture), Int32Array.of(9), { offsets, share: 0.35, leastDeviation: 3 }),
    );
    expect([...words]).toEqual([0b10]);
  });
});
