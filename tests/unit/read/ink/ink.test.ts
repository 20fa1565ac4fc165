import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernel, type Kernel, type Plane } from '../../../../ocr/prepare/kernel/kernel.ts';
import { type InkMask, inkBox } from '../../../../ocr/read/ink/mask.ts';
import { settlePrint } from '../../../../ocr/read/ink/printed.ts';
import { withoutSpecks } from '../../../../ocr/read/ink/specks.ts';
import { splitIntoLines } from '../../../../ocr/read/ink/split-lines.ts';

describe('ink masks', () => {
  it('grow by a square on every side', () => {
    const grown = inKernel((kernel) =>
      kernel.dilate(kernel.load(mask('.....', '.....', '..#..', '.....', '.....')), 1),
    );
    expect(drawn(grown)).toEqual(['.....', '.###.', '.###.', '.###.', '.....']);
  });

  it('grow to what lies within reach of ink, whatever their size', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 1, max: 9 }), (picture, radiusPx) => {
        const grown = inKernel((kernel) => kernel.dilate(kernel.load(picture), radiusPx));
        const inReach = (x: number, y: number) => inkIn(picture, x - radiusPx, y - radiusPx, 2 * radiusPx + 1) > 0;
        expect(drawn(grown)).toEqual(drawn(build(picture, inReach)));
      }),
    );
  });

  it('hold what is dark on the average, in the middle of a picture', () => {
    fc.assert(
      fc.property(pictures, (bits) => {
        const picture = { ...bits, data: bits.data.map((bit) => 250 - 100 * bit) };
        const dark = inKernel((kernel) => kernel.darkerOnAverage(kernel.load(picture), 200));
        const isDark = (x: number, y: number) => {
          const isInner = x > 0 && y > 0 && x < bits.widthPx - 1 && y < bits.heightPx - 1;
          const meanLevel = 250 - (100 * inkIn(bits, x - 1, y - 1, 3)) / 9;
          return isInner ? Math.round(meanLevel) < 200 : inkIn(bits, x, y, 1) === 1;
        };
        expect(drawn(dark)).toEqual(drawn(build(bits, isDark)));
      }),
    );
  });

  it('are reduced so that no line breaks, whatever the size', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 1, max: 4 }), (bits, factor) => {
        const picture = { ...bits, data: bits.data.map((bit) => 250 - 100 * bit) };
        const reduced = inKernel((kernel) => kernel.darkerReduced(kernel.load(picture), factor, 200));
        const [widthPx, heightPx] = [Math.ceil(bits.widthPx / factor), Math.ceil(bits.heightPx / factor)];
        const small = { data: new Uint8Array(widthPx * heightPx), widthPx, heightPx };
        const isInk = (x: number, y: number) => inkIn(bits, x * factor, y * factor, factor) > 0;
        expect(drawn(reduced)).toEqual(drawn(build(small, isInk)));
      }),
    );
  });

  it('keep of their lines what runs straight for long enough, across or down', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 1, max: 20 }), (picture, leastPx) => {
        const lines = inKernel((kernel) => kernel.straightLines(kernel.load(picture), leastPx));
        const isInk = (x: number, y: number) => inkIn(picture, x, y, 1) === 1;
        const run = (x: number, y: number, dx: number, dy: number): number =>
          isInk(x, y) ? 1 + run(x + dx, y + dy, dx, dy) : 0;
        const length = (x: number, y: number, dx: number, dy: number) => run(x, y, dx, dy) + run(x, y, -dx, -dy) - 1;
        const isLong = (x: number, y: number) => Math.max(length(x, y, 1, 0), length(x, y, 0, 1)) >= leastPx;
        expect(drawn(lines)).toEqual(drawn(build(picture, isLong)));
      }),
    );
  });

  it('fall into connected pieces that together are all of the ink', () => {
    const kernel = createKernel();
    fc.assert(
      fc.property(pictures, (picture) => {
        const pieces = kernel.scope(() => kernel.pieces(kernel.load(picture)));
        const pixels = pieces.flatMap((piece) => [...piece.pixels]);
        expect(new Set(pixels).size).toBe(pixels.length);
        expect(pixels.sort((one, other) => one - other)).toEqual(inkPlaces(picture));
        for (const { box, pixels: own } of pieces) {
          expect(box).toEqual(inkBox({ ...picture, data: picture.data.map((_, at) => Number(own.includes(at))) }));
        }
      }),
    );
  });

  it('have a smallest box, or none without ink', () => {
    expect(inkBox(mask('....', '.##.', '..#.'))).toEqual([1, 1, 3, 3]);
    expect(inkBox(mask('....', '....'))).toBeNull();
  });
});

describe('the print of the empty form', () => {
  it('is moved onto the print of the page', () => {
    const print = mask('......', '.####.', '......', '......', '......');
    const page = mask('......', '......', '......', '.####.', '......');
    const settled = inKernel((kernel) => settlePrint(kernel, kernel.load(print), kernel.load(page), 2));
    expect(drawn(settled)).toEqual(drawn(page));
  });

  it('is taken away, but not where a stroke crosses it', () => {
    const page = mask('..#...', '..#...', '######', '..#...', '..#...');
    const rule = mask('......', '......', '######', '......', '......');
    const left = drawn(inKernel((kernel) => kernel.withoutPrint(kernel.load(page), kernel.load(rule), 2)));
    expect(left.map((row) => row[2])).toEqual(['#', '#', '#', '#', '#']);
    expect(left.map((row) => row[5])).toEqual(['.', '.', '.', '.', '.']);
  });
});

describe('two masks', () => {
  it('are compared at every shift', () => {
    const kernel = createKernel();
    fc.assert(
      fc.property(pictures, pictures, fc.integer({ min: 0, max: 9 }), (picture, other, reachPx) => {
        const ink = build(picture, (x, y) => inkIn(other, x, y, 1) === 1);
        const places = inkPlaces(picture);
        const matches = kernel.scope(() =>
          kernel.countMatches(kernel.load(picture), kernel.load(ink), reachPx, places.length),
        );
        if (matches === null) expect(places).toEqual([]);
        const [dx, dy] = [reachPx, -reachPx];
        const onInk = places.filter(
          (at) => inkIn(ink, (at % picture.widthPx) + dx, Math.floor(at / picture.widthPx) + dy, 1) === 1,
        );
        expect(matches?.shareAt(dx, dy) ?? 0).toBeCloseTo(onInk.length / Math.max(1, places.length));
      }),
    );
  });
});

describe('specks', () => {
  it('are dropped where they stand alone, while a dot by a letter stays', () => {
    const letter = piece([0, 0, 20, 30], 400);
    const dot = piece([22, 26, 28, 30], 20);
    const speck = piece([200, 10, 206, 14], 20);
    expect(withoutSpecks([letter, dot, speck], 12)).toEqual([letter, dot]);
  });

  it('are no full stops of a typewriter, which stand between two letters a pitch away', () => {
    const [before, after] = [piece([0, 0, 20, 30], 400), piece([60, 0, 80, 30], 400)];
    const fullStop = piece([38, 26, 42, 30], 12);
    expect(withoutSpecks([before, fullStop, after], 12)).toEqual([before, fullStop, after]);
    expect(withoutSpecks([before, fullStop], 12)).toEqual([before]);
    const below = piece([38, 60, 42, 64], 12);
    expect(withoutSpecks([before, below, after], 12)).toEqual([before, after]);
  });

  it('are no full stop of a typewriter behind the last letter, on its foot', () => {
    const last = piece([0, 0, 20, 30], 400);
    const fullStop = piece([42, 26, 46, 31], 18);
    expect(withoutSpecks([last, fullStop], 12)).toEqual([last, fullStop]);
    expect(withoutSpecks([last, piece([42, 16, 46, 21], 18)], 12)).toEqual([last]);
    expect(withoutSpecks([last, piece([42, 26, 45, 30], 9)], 12)).toEqual([last]);
    expect(withoutSpecks([last, piece([60, 26, 64, 31], 18)], 12)).toEqual([last]);
  });

  it('are no apostrophe above the small letters on both of its sides', () => {
    const [before, after] = [piece([0, 8, 20, 30], 400), piece([56, 8, 76, 30], 400)];
    const apostrophe = piece([36, 0, 40, 8], 20);
    expect(withoutSpecks([before, apostrophe, after], 12)).toEqual([before, apostrophe, after]);
    expect(withoutSpecks([before, apostrophe], 12)).toEqual([before]);
  });
});

describe('a zone of several lines', () => {
  it('is cut where there is least ink near the even places', () => {
    const ink = mask('####', '####', '####', '....', '####', '####');
    expect(splitIntoLines(ink, [0, 0, 4, 6], 2)).toEqual([
      [0, 0, 4, 3],
      [0, 3, 4, 6],
    ]);
  });
});

/** Masks of any small size, and some just wider than a vector. */
const pictures = fc
  .record({ widthPx: fc.integer({ min: 1, max: 50 }), heightPx: fc.integer({ min: 1, max: 20 }) })
  .chain(({ widthPx, heightPx }) =>
    fc
      .array(fc.integer({ min: 0, max: 1 }), { minLength: widthPx * heightPx, maxLength: widthPx * heightPx })
      .map((bits): InkMask => ({ data: Uint8Array.from(bits), widthPx, heightPx })),
  );

function inKernel(work: (kernel: Kernel) => Plane): InkMask {
  const kernel = createKernel();
  return kernel.scope(() => kernel.read(work(kernel)));
}

function build({ widthPx, heightPx }: InkMask, isInk: (x: number, y: number) => boolean): InkMask {
  const data = Uint8Array.from({ length: widthPx * heightPx }, (_, at) =>
    Number(isInk(at % widthPx, Math.floor(at / widthPx))),
  );
  return { data, widthPx, heightPx };
}

/** Ink pixels in a square of the mask; outside it there is none. */
function inkIn({ data, widthPx, heightPx }: InkMask, left: number, top: number, sidePx: number): number {
  let count = 0;
  for (let y = Math.max(0, top); y < Math.min(heightPx, top + sidePx); y += 1) {
    for (let x = Math.max(0, left); x < Math.min(widthPx, left + sidePx); x += 1) count += data[y * widthPx + x] ?? 0;
  }
  return count;
}

function inkPlaces({ data }: InkMask): number[] {
  return [...data.keys()].filter((at) => data[at] === 1);
}

function mask(...rows: string[]): InkMask {
  const data = Uint8Array.from(rows.join(''), (mark) => (mark === '#' ? 1 : 0));
  return { data, widthPx: rows[0]?.length ?? 0, heightPx: rows.length };
}

function drawn({ data, widthPx, heightPx }: InkMask): string[] {
  return Array.from({ length: heightPx }, (_, y) =>
    Array.from(data.subarray(y * widthPx, (y + 1) * widthPx), (value) => (value === 1 ? '#' : '.')).join(''),
  );
}

function piece(box: [number, number, number, number], pixelCount: number) {
  return { box, pixels: new Int32Array(pixelCount) };
}
