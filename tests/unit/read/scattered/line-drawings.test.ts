import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../../ocr/model/page.ts';
import { drawLines } from '../../../../ocr/read/scattered/line-drawings.ts';

const [widthPx, heightPx] = [600, 300];
const capitalPx = 30;
const upper = lettersFrom(100);
const lower = lettersFrom(150);
const rule: Box = [40, 183, 560, 187];

describe('lines cut out of a box', () => {
  it('are those of its rows of letters, from the top', () => {
    const lines = drawLines(page([...upper, ...lower]), [50, 90, 450, 190], capitalPx);
    expect(lines.map(({ bare }) => bare.topPx)).toEqual([89, 139]);
    expect(lines.every(({ bare }) => inkOf(bare.image) === inkOf(page(upper)))).toBe(true);
  });

  it('hold nothing of a line next to them that the box cuts into', () => {
    const [line, ...others] = drawLines(page([...upper, ...lower]), [50, 118, 450, 190], capitalPx);
    expect(others).toEqual([]);
    expect(line?.kept.topPx).toBe(143);
    expect(inkOf(line?.kept.image)).toBe(inkOf(page(lower)));
  });

  it('have the letters whole that the box cuts', () => {
    const [line] = drawLines(page(lower), [50, 160, 450, 170], capitalPx);
    expect(inkOf(line?.bare.image)).toBe(inkOf(page(lower)));
  });

  it('are drawn as they stand on a rule, and without it', () => {
    const [line] = drawLines(page([...lower, rule]), [50, 145, 450, 182], capitalPx);
    expect(inkOf(line?.kept.image)).toBeGreaterThan(inkOf(page(lower)));
    expect(inkOf(line?.bare.image)).toBe(inkOf(page(lower)));
  });

  it('keep the dot that belongs to them', () => {
    const dot: Box = [452, 175, 457, 180];
    const lines = drawLines(page([...upper, ...lower, dot]), [50, 90, 460, 190], capitalPx);
    expect(inkOf(lines[1]?.bare.image)).toBe(inkOf(page([...lower, dot])));
  });

  it('are none where there is no ink', () => {
    expect(drawLines(page([]), [50, 90, 450, 190], capitalPx)).toEqual([]);
  });
});

/** Ten upright strokes, as high as capitals. */
function lettersFrom(top: number): Box[] {
  return Array.from({ length: 10 }, (_, place): Box => [60 + 40 * place, top, 68 + 40 * place, top + capitalPx]);
}

function page(boxes: readonly Box[]): GreyImage {
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (const [x0, y0, x1, y1] of boxes) {
    for (let y = y0; y < y1; y += 1) data.fill(0, y * widthPx + x0, y * widthPx + x1);
  }
  return { data, widthPx, heightPx };
}

function inkOf(image: GreyImage | undefined): number {
  return image?.data.filter((level) => level === 0).length ?? 0;
}
