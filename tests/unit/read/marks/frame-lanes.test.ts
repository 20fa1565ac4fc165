import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnSums, placesOfSides, rowSums, sideShares } from '../../../../ocr/read/marks/frame-lanes.ts';

const [widthPx, heightPx] = [12, 9];
const masks = fc
  .uint8Array({ minLength: widthPx * heightPx, maxLength: widthPx * heightPx, max: 1 })
  .map((data) => ({ data, widthPx, heightPx }));

describe('the lanes in which frames are looked for', () => {
  it('show where two opposite sides are there, in rows as in columns', () => {
    const frame = fc.record({
      across: fc.integer({ min: 1, max: widthPx }),
      down: fc.integer({ min: 1, max: heightPx }),
    });
    const share = fc.constantFrom(0.25, 0.5, 0.75, 1);
    fc.assert(
      fc.property(masks, frame, share, (mask, { across, down }, least) => {
        const places = (count: number) => Array.from({ length: count + 1 }, (_, place) => place);
        const sidesAt = (x: number, y: number) => sideShares(mask, [x, y, x + across, y + down]);
        const inRow = placesOfSides(rowSums(mask, 0), rowSums(mask, down - 1), across, least * across);
        expect(inRow).toEqual(places(widthPx - across).filter((x) => Math.min(...sidesAt(x, 0).slice(2)) >= least));
        const inColumn = placesOfSides(columnSums(mask, 0), columnSums(mask, across - 1), down, least * down);
        expect(inColumn).toEqual(
          places(heightPx - down).filter((y) => Math.min(...sidesAt(0, y).slice(0, 2)) >= least),
        );
      }),
    );
  });

  it('know of a frame with a gap how much of each side is there: left, right, top, foot', () => {
    const rows = ['..........', '.#####....', '.#...#....', '.....#....', '.#####....'];
    const mask = { data: Uint8Array.from(rows.join(''), (c) => Number(c === '#')), widthPx: 10, heightPx: rows.length };
    expect(sideShares(mask, [1, 1, 6, 5])).toEqual([0.75, 1, 1, 1]);
  });
});
