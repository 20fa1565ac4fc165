import { expect, it } from 'vitest';
import { redraw } from '../../../../ocr/read/text/redrawn.ts';

const widthPx = 20;

/** A stem, two pixels wide, in the middle of a crop of two rows. */
function stem(grey: number) {
  const row = Array.from({ length: widthPx }, (_, x) => (x === 9 || x === 10 ? grey : 255));
  return { data: Uint8Array.from([...row, ...row]), widthPx, heightPx: 2 };
}

it('draws a line narrower, its ink as dark and where it was along the line', () => {
  const [narrow] = redraw(stem(0)).map(({ image }) => image);
  expect(narrow).toMatchObject({ widthPx: 18, heightPx: 2 });
  const row = [...(narrow?.data.subarray(0, 18) ?? [])];
  expect(row.slice(0, 7)).toEqual(row.slice(11).toReversed());
  expect(Math.min(...row)).toBeLessThan(40);
  expect(row[0]).toBe(255);
});

it('draws a line darker, and paper stays paper', () => {
  const [, dark] = redraw(stem(155)).map(({ image }) => image);
  expect(dark?.widthPx).toBe(widthPx);
  expect([dark?.data[9], dark?.data[0]]).toEqual([105, 255]);
});
