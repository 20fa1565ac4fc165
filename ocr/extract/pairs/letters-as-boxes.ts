import type { TickBox, Word } from '../../model/reading.ts';

/** Letters go on at both sides of one for at least this share of its width. */
const besideShare = 0.5;
/** A box that holds a letter is higher than the letters around it. */
const mostHeights = 1.2;
const shortestWord = 3;
/** Where so many of a page's boxes are letters, all of that size are. */
const mostLetters = 0.4;

/**
 * Leaves out the boxes that are letters: an O, a D or a B of large capitals closes in as straight a frame as a small tick box.
 * They stand inside words, and boxes of one page are all of one size.
 */
export function withoutLetters(boxes: readonly TickBox[], words: readonly Word[]): readonly TickBox[] {
  const frames = boxes.filter((box) => !words.some((word) => isLetterOf(word, box)));
  return boxes.length - frames.length >= mostLetters * boxes.length ? [] : frames;
}

function isLetterOf({ text, box: [x0, y0, x1, y1] }: Word, { box: [left, top, right, bottom] }: TickBox): boolean {
  const middle = (top + bottom) / 2;
  const beside = besideShare * (right - left);
  return (
    text.length >= shortestWord &&
    middle > y0 &&
    middle < y1 &&
    bottom - top <= mostHeights * (y1 - y0) &&
    left - x0 >= beside &&
    x1 - right >= beside
  );
}
