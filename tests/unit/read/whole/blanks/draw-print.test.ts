import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../../../ocr/model/page.ts';
import { drawPrint } from '../../../../../ocr/read/whole/blanks/draw-print.ts';

const [widthPx, heightPx] = [200, 60];
const rule: Box = [20, 40, 180, 42];

/** A page with these boxes black. */
function pageWith(...boxes: Box[]): GreyImage {
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (const [x0, y0, x1, y1] of boxes) {
    for (let y = y0; y < y1; y += 1) data.fill(0, y * widthPx + x0, y * widthPx + x1);
  }
  return { data, widthPx, heightPx };
}

function blackRows({ data }: GreyImage, x: number): number[] {
  return Array.from({ length: heightPx }, (_, y) => y).filter((y) => data[y * widthPx + x] === 0);
}

describe('the print of a form that was written on', () => {
  it('has its rule as thick as elsewhere where a stroke goes through it', () => {
    const drawn = drawPrint(pageWith(rule, [90, 20, 96, 46]), { rules: [rule], words: [] });
    for (const x of [30, 92, 170]) expect(blackRows(drawn, x)).toEqual([40, 41]);
  });

  it('has a rule where it lies, not where it was said to', () => {
    const drawn = drawPrint(pageWith(rule), { rules: [[20, 38, 180, 40]], words: [] });
    expect(blackRows(drawn, 100)).toEqual([40, 41]);
  });

  it('goes down with a rule that slopes', () => {
    const drawn = drawPrint(pageWith([20, 40, 100, 42], [100, 41, 180, 43]), { rules: [[20, 40, 180, 43]], words: [] });
    expect(blackRows(drawn, 50)).toEqual([40, 41]);
    expect(blackRows(drawn, 150)).toEqual([41, 42]);
  });

  it('has printed words as they are, and nothing of what was written', () => {
    const drawn = drawPrint(pageWith([10, 10, 14, 20], [60, 10, 64, 20]), { rules: [], words: [[8, 8, 16, 22]] });
    expect(blackRows(drawn, 12)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(blackRows(drawn, 62)).toEqual([]);
  });

  it('has no rule where none is', () => {
    expect(drawPrint(pageWith(), { rules: [rule], words: [] }).data.every((level) => level === 255)).toBe(true);
  });
});
