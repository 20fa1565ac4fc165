import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import { findLeaders } from '../../../../ocr/read/rules/find-leaders.ts';

const widthPx = 1600;
const heightPx = 300;
/** 0.127 mm a pixel: dots of 0.4 mm, one every 1.3 mm. */
const dpi = 200;
const pitchPx = 10;
const dots = (x: number, count: number, y = 100) =>
  Array.from({ length: count }, (_, dot): Box => [x + pitchPx * dot, y, x + pitchPx * dot + 3, y + 3]);
/** Letters of a word on the dots' line. */
const letters = (x: number, count: number): Box[] =>
  Array.from({ length: count }, (_, letter): Box => [x + 13 * letter, 80, x + 13 * letter + 10, 103]);

function leadersOf(boxes: readonly Box[]): Box[] {
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (const [x0, y0, x1, y1] of boxes) {
    for (let y = y0; y < y1; y += 1) data.fill(0, y * widthPx + x0, y * widthPx + x1);
  }
  return [...findLeaders({ data, widthPx, heightPx }, dpi).rows];
}

describe('rows of dots to write on', () => {
  it('reach from the first to the last of their dots', () => {
    const [leader, ...others] = leadersOf(dots(200, 40));
    expect(others).toEqual([]);
    expect(leader?.[0]).toBeCloseTo(196.5, 5);
    expect(leader?.[2]).toBeCloseTo(596.5, 5);
    expect(leader?.[1]).toBeLessThanOrEqual(102);
    expect(leader?.[3]).toBeGreaterThanOrEqual(102);
  });

  it('go on under what is written over them', () => {
    expect(leadersOf([...dots(200, 60), ...letters(300, 15)])).toHaveLength(1);
  });

  it('end where print stands in place of dots', () => {
    const label = [[462, 80, 472, 103] as Box, [478, 80, 488, 103] as Box];
    const leaders = leadersOf([...dots(200, 24), ...label, ...dots(527, 30)]);
    expect(leaders.map(([x0, , x1]) => [Math.round(x0), Math.round(x1)])).toEqual([
      [197, 437],
      [524, 824],
    ]);
  });

  it('are no full stops of a text, no specks and no letters', () => {
    const stops = [100, 240, 410, 505].map((x): Box => [x, 100, x + 3, 103]);
    const specks = Array.from({ length: 30 }, (_, at): Box => {
      const [x, y] = [60 + ((at * 397) % 1500), 20 + ((at * 61) % 250)];
      return [x, y, x + 3, y + 3];
    });
    expect(leadersOf([...stops, ...letters(700, 20)])).toEqual([]);
    expect(leadersOf(specks)).toEqual([]);
  });
});
