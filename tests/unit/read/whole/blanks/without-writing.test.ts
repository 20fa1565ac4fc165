import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../../../ocr/model/page.ts';
import { withoutWriting } from '../../../../../ocr/read/whole/blanks/without-writing.ts';

const [widthPx, heightPx] = [400, 200];
const wordHeight = 20;
/** Two lines of a form, their rules in pieces with room for a word between. */
const upper: Box[] = [
  [60, 80, 200, 82],
  [230, 80, 380, 82],
];
const lower: Box = [100, 130, 380, 132];
const rules = [...upper, lower];

/** A page with these boxes black. */
function pageWith(...boxes: readonly Box[]): GreyImage {
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (const [x0, y0, x1, y1] of boxes) {
    for (let y = y0; y < y1; y += 1) data.fill(0, y * widthPx + x0, y * widthPx + x1);
  }
  return { data, widthPx, heightPx };
}
/** What is left of a page with the rules and these boxes, once what was written is taken out. */
const left = (...boxes: readonly Box[]) => withoutWriting(pageWith(...rules, ...boxes), rules, wordHeight);

describe('a page without what was written on its blanks', () => {
  it('has neither rules nor what stands on them', () => {
    expect(left([90, 62, 120, 84]).data.every((level) => level === 255)).toBe(true);
  });

  it('has the print before a rule, and between two pieces of it, as it was', () => {
    const print: Box[] = [
      [20, 64, 50, 80],
      [208, 64, 222, 80],
    ];
    expect(left(...print, [90, 62, 120, 84])).toEqual(pageWith(...print));
  });

  it('has the print of the next line without what reaches over it', () => {
    const label: Box = [60, 112, 90, 130];
    const descender: Box = [70, 62, 76, 110];
    expect(left(label, descender)).toEqual(pageWith(label));
  });

  it('has the line of print above a blank as it was', () => {
    const above: Box = [110, 84, 260, 100];
    expect(left(above)).toEqual(pageWith(above));
  });

  it('has frames and pictures as they were', () => {
    const bar: Box = [150, 10, 156, 190];
    const shown = left(bar);
    expect(shown.data[20 * widthPx + 152]).toBe(0);
    expect(shown.data[100 * widthPx + 152]).toBe(0);
  });

  it('has feet of letters, which look like short rules', () => {
    const foot: Box = [20, 100, 32, 102];
    const letter: Box = [22, 88, 30, 100];
    expect(withoutWriting(pageWith(foot, letter), [foot], wordHeight)).toEqual(pageWith(foot, letter));
  });
});
