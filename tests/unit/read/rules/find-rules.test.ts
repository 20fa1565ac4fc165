import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import { findRules } from '../../../../ocr/read/rules/find-rules.ts';

const widthPx = 600;
const heightPx = 400;
const dpi = 150;

/** The rules of a page of 150 dpi on which these boxes are black. */
function rulesOf(boxes: readonly Box[]) {
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (const [x0, y0, x1, y1] of boxes) {
    for (let y = y0; y < y1; y += 1) data.fill(0, y * widthPx + x0, y * widthPx + x1);
  }
  return findRules({ data, widthPx, heightPx }, dpi);
}

describe('the rules of a page', () => {
  it('run across and down', () => {
    const [across, down]: [Box, Box] = [
      [100, 50, 400, 52],
      [300, 100, 303, 300],
    ];
    expect(rulesOf([across, down])).toEqual({ across: [across], down: [down] });
  });

  it('may be dotted, and step where the page lies a little askew', () => {
    const dots = Array.from({ length: 50 }, (_, dot): Box => [100 + 4 * dot, 50, 102 + 4 * dot, 52]);
    expect(rulesOf(dots).across).toEqual([[100, 50, 298, 52]]);
    const steps: Box[] = [
      [100, 200, 250, 202],
      [250, 201, 400, 203],
    ];
    expect(rulesOf(steps).across).toEqual([[100, 200, 400, 203]]);
  });

  it('are longer than the strokes of letters, and thinner than bars', () => {
    const stroke: Box = [100, 50, 120, 52];
    const bar: Box = [100, 100, 400, 140];
    expect(rulesOf([stroke, bar])).toEqual({ across: [], down: [] });
  });

  it('are measured in pixels of the image where it is searched at a part of its resolution', () => {
    const data = new Uint8Array(widthPx * heightPx).fill(255);
    for (const y of [50, 51, 52, 53]) data.fill(0, y * widthPx + 100, y * widthPx + 400);
    expect(findRules({ data, widthPx, heightPx }, 300).across).toEqual([[100, 50, 400, 54]]);
  });
});
