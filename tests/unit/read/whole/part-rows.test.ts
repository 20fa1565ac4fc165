import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../../ocr/model/page.ts';
import { partRows } from '../../../../ocr/read/whole/part-rows.ts';

const pxPerMm = 6;
const [widthPx, heightPx] = [200, 100];

function pageWith(...ink: readonly Box[]): GreyImage {
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (const [x0, y0, x1, y1] of ink) {
    for (let y = y0; y < y1; y += 1) data.fill(0, y * widthPx + x0, y * widthPx + x1);
  }
  return { data, widthPx, heightPx };
}

const label: Box = [20, 10, 100, 26];
const comb: Box = [20, 36, 150, 60];

describe('the rows of text in a part of a line', () => {
  it('are two where white lies between a label and the comb below it, each with its share of the words', () => {
    const part = {
      words: [
        [20, 10, 60, 60],
        [70, 10, 100, 26],
      ] as Box[],
      box: [20, 10, 150, 60] as Box,
    };
    expect(partRows(pageWith(label, comb), part, pxPerMm)).toEqual([
      { words: [[20, 10, 60, 26], label.with(0, 70)], box: [20, 10, 150, 26] },
      { words: [[20, 26, 60, 60]], box: [20, 26, 150, 60] },
    ]);
  });

  it('are one where letters reach from one into the other', () => {
    const part = { words: [label], box: [20, 10, 150, 60] as Box };
    expect(partRows(pageWith(label, comb, [50, 20, 53, 40]), part, pxPerMm)).toEqual([part]);
  });

  it('are one where a dot or an accent stands above the letters', () => {
    const part = { words: [label], box: [20, 10, 150, 60] as Box };
    expect(partRows(pageWith([40, 10, 46, 16], comb), part, pxPerMm)).toEqual([part]);
  });

  it('keep an accent of the lower row with its letters', () => {
    const part = { words: [[20, 10, 150, 64]] as Box[], box: [20, 10, 150, 64] as Box };
    const rows = partRows(pageWith(label, [40, 30, 46, 34], [20, 38, 150, 64]), part, pxPerMm);
    expect(rows.map(({ box }) => box)).toEqual([
      [20, 10, 150, 26],
      [20, 26, 150, 64],
    ]);
  });

  it('are not looked for where the part is higher than a label with its comb', () => {
    const part = { words: [label], box: [20, 10, 150, 96] as Box };
    expect(partRows(pageWith(label, comb), part, pxPerMm)).toEqual([part]);
  });

  it('are not looked for where the part is as low as one row', () => {
    const part = { words: [label], box: [20, 10, 100, 36] as Box };
    expect(partRows(pageWith([20, 10, 100, 18], [20, 22, 100, 36]), part, pxPerMm)).toEqual([part]);
  });
});
