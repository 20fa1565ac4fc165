import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import type { Component } from '../../../../ocr/read/ink/components.ts';
import { rowsOfLetters } from '../../../../ocr/read/ink/rows.ts';

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
