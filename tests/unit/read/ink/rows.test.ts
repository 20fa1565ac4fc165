import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import type { Component } from '../../../../ocr/read/ink/components.ts';
import { marksApart, rowsOfLetters } from '../../../../ocr/read/ink/rows.ts';

const leastLetterPx = 14;

function rowsOf(...boxes: readonly Box[]): number[][] {
  const pieces = boxes.map((box): Component => ({ box, pixels: new Int32Array() }));
  return rowsOfLetters(pieces, leastLetterPx).map((row) => row.map((piece) => pieces.indexOf(piece)));
}

describe('letters of a zone', () => {
  it('are one row with the comma between them, which hangs below', () => {
    expect(rowsOf([29, 58, 53, 92], [108, 84, 116, 99], [120, 57, 144, 91])).toEqual([[2, 0, 1]]);
  });

  it('are two rows where others of their height stand below, though they touch them', () => {
    expect(rowsOf([10, 10, 34, 44], [40, 10, 64, 50], [10, 46, 34, 80], [40, 45, 64, 80])).toEqual([
      [0, 1],
      [3, 2],
    ]);
  });
});

describe('marks above and below a line', () => {
  const line: Box[] = [0, 1, 2, 3].map((index) => [10 + index * 30, 40, 34 + index * 30, 74]);
  const apartPx = 12;

  function marksIn(...boxes: readonly Box[]): number[] {
    const pieces = boxes.map((box): Component => ({ box, pixels: new Int32Array() }));
    return marksApart(rowsOfLetters(pieces, leastLetterPx), apartPx).map((piece) => pieces.indexOf(piece));
  }

  it('are one or two pieces, low and far from all letters', () => {
    expect(marksIn(...line, [60, 100, 80, 116])).toEqual([4]);
    expect(marksIn(...line, [60, 2, 80, 18])).toEqual([4]);
  });

  it('are not accents, whole letters, or the many pieces of a broken line', () => {
    expect(marksIn(...line, [60, 80, 80, 96])).toEqual([]);
    expect(marksIn(...line, [60, 100, 80, 134])).toEqual([]);
    expect(marksIn(...line, [10, 100, 30, 116], [40, 100, 60, 116], [70, 100, 90, 116])).toEqual([]);
  });
});
