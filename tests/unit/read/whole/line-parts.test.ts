import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import { lineParts } from '../../../../ocr/read/whole/line-parts.ts';

const pxPerMm = 6;
/** Words of 16 pixels, 2.7 mm, as high as capitals are. */
const word = (x0: number, x1: number, y0 = 100): Box => [x0, y0, x1, y0 + 16];
const boxesOf = (words: readonly Box[]) => lineParts(words, pxPerMm).map(({ box }) => box);

describe('the parts of a line that was found', () => {
  it('are neighbouring words, from left to right', () => {
    expect(boxesOf([word(210, 260), word(100, 150), word(155, 200)])).toEqual([word(100, 260)]);
  });

  it('end at a gap wider than one and a half heights', () => {
    expect(boxesOf([word(100, 150), word(173, 220)])).toEqual([word(100, 220)]);
    expect(boxesOf([word(100, 150), word(175, 220)])).toEqual([word(100, 150), word(175, 220)]);
  });

  it('end where the next word stands half a row lower', () => {
    expect(boxesOf([word(100, 150), word(155, 200, 108)])).toEqual([word(100, 150), word(155, 200, 108)]);
  });

  it('hold a dash between words, which is lower than they are', () => {
    expect(boxesOf([word(100, 150), [155, 106, 163, 111], word(168, 200)])).toEqual([word(100, 200)]);
  });

  it('hold no frame, however many words lie in it', () => {
    expect(boxesOf([[20, 90, 300, 220], word(100, 150)])).toEqual([word(100, 150)]);
  });

  it('hold neither dust nor the walls of combs', () => {
    const dust: Box = [90, 98, 94, 102];
    const wall: Box = [152, 80, 154, 120];
    expect(boxesOf([dust, word(100, 150), wall, word(158, 170)])).toEqual([word(100, 170)]);
    expect(boxesOf([dust, wall])).toEqual([]);
  });
});
