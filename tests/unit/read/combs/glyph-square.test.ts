import { describe, expect, it } from 'vitest';
import { fitIntoSquare, squarePx } from '../../../../ocr/read/combs/glyph-square.ts';

/** Columns and rows of a square that hold ink: first and last. */
function extentOf(square: Uint8Array): { x: [number, number]; y: [number, number] } {
  const inked = [...square.keys()].filter((at) => (square[at] ?? 0) > 127);
  const columns = inked.map((at) => at % squarePx);
  const rows = inked.map((at) => Math.floor(at / squarePx));
  return { x: [Math.min(...columns), Math.max(...columns)], y: [Math.min(...rows), Math.max(...rows)] };
}

function block(widthPx: number, heightPx: number) {
  return { data: new Uint8Array(widthPx * heightPx).fill(255), widthPx, heightPx };
}

describe('a glyph drawn for the network', () => {
  it.each([
    ['reduced', 20, 56],
    ['enlarged', 5, 14],
  ])('is %s to 28 pixels on its longer side, in the middle', (_, widthPx, heightPx) => {
    expect(extentOf(fitIntoSquare(block(widthPx, heightPx)))).toEqual({ x: [11, 20], y: [2, 29] });
  });

  it('stays small where it is small on paper', () => {
    expect(extentOf(fitIntoSquare(block(4, 4), 28))).toEqual({ x: [14, 17], y: [14, 17] });
  });
});
