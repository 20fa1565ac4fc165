import type { Box } from '../../model/geometry.ts';
import type { TickBox, Word } from '../../model/reading.ts';
import { type Segment, segmentOf } from './segments.ts';

/** A wider gap than this many heights of a box parts what stands beside boxes. */
const gapHeights = 0.9;
/** Words reach this much further up and down than the boxes they stand beside. */
const slackHeights = 0.3;

/** Boxes that stand side by side, and the texts between them, from left to right. */
export interface OptionRow {
  readonly boxes: readonly TickBox[];
  readonly texts: readonly Segment[];
  /** Words that an engine read into the boxes themselves. */
  readonly insideBoxes: readonly Word[];
}

export function heightOf([, top, , bottom]: Box): number {
  return bottom - top;
}

export function middleOf([, top, , bottom]: Box): number {
  return (top + bottom) / 2;
}

/** Groups the tick boxes of an upright page by rows, from top to bottom, each with the texts on its line. */
export function optionRows(boxes: readonly TickBox[], words: readonly Word[]): OptionRow[] {
  const rows: TickBox[][] = [];
  for (const box of boxes.toSorted((one, other) => middleOf(one.box) - middleOf(other.box))) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isBeside = first !== undefined && Math.abs(middleOf(first.box) - middleOf(box.box)) < heightOf(box.box) / 2;
    if (isBeside) row?.push(box);
    else rows.push([box]);
  }
  return rows.map((row) => rowWithTexts(row, words));
}

function rowWithTexts(row: readonly TickBox[], words: readonly Word[]): OptionRow {
  const boxes = row.toSorted((one, other) => one.box[0] - other.box[0]);
  const top = Math.min(...boxes.map(({ box }) => box[1]));
  const bottom = Math.max(...boxes.map(({ box }) => box[3]));
  const slack = slackHeights * (bottom - top);
  const onLine = words
    .filter(({ box }) => middleOf(box) > top - slack && middleOf(box) < bottom + slack)
    .toSorted((one, other) => one.box[0] - other.box[0]);
  const insideBoxes = onLine.filter((word) => boxes.some(({ box }) => isInside(word.box, box)));
  const beside = onLine.filter((word) => !insideBoxes.includes(word)).flatMap((word) => withoutBoxes(word, boxes));
  return { boxes, texts: splitAtBoxes(beside, boxes), insideBoxes };
}

function isInside([x0, , x1]: Box, [left, , right]: Box): boolean {
  const slack = slackHeights * (right - left);
  return (x0 + x1) / 2 > left - slack && (x0 + x1) / 2 < right + slack && x1 - x0 < 2 * (right - left);
}

/** An engine may read a box as the first letter of the word behind it, or the last of the word before. */
function withoutBoxes(word: Word, boxes: readonly TickBox[]): Word[] {
  const [x0, y0, x1, y1] = word.box;
  const letterPx = (x1 - x0) / Math.max(1, word.text.length);
  for (const { box } of boxes) {
    if (box[2] <= x0 + letterPx / 2 || box[0] >= x1 - letterPx / 2) continue;
    const isBehind = (box[0] + box[2]) / 2 < (x0 + x1) / 2;
    const covered = Math.max(1, Math.round((isBehind ? box[2] - x0 : x1 - box[0]) / letterPx));
    const text = isBehind ? word.text.slice(covered) : word.text.slice(0, -covered);
    const rest: Box = isBehind ? [box[2], y0, x1, y1] : [x0, y0, box[0], y1];
    return text === '' || rest[0] >= rest[2] ? [] : [{ ...word, text, box: rest }];
  }
  return [word];
}

function splitAtBoxes(words: readonly Word[], boxes: readonly TickBox[]): Segment[] {
  const boxHeight = Math.max(...boxes.map(({ box }) => heightOf(box)));
  const isBetween = (left: Box, right: Box) =>
    boxes.some(({ box }) => box[0] >= left[0] && box[2] <= right[2] && box[2] > left[2] - 1);
  return splitWhere(words, (left, right) => isWide(left, right, boxHeight) || isBetween(left, right));
}

/** Cuts the words of a line where the gap is wide beside boxes of this height. */
export function splitAtGaps(words: readonly Word[], boxHeight: number): Segment[] {
  return splitWhere(words, (left, right) => isWide(left, right, boxHeight));
}

function isWide(left: Box, right: Box, boxHeight: number): boolean {
  return right[0] - left[2] > gapHeights * Math.max(boxHeight, heightOf(left));
}

function splitWhere(words: readonly Word[], isParted: (left: Box, right: Box) => boolean): Segment[] {
  const pieces: Word[][] = [];
  words.forEach((word, place) => {
    const before = words[place - 1];
    if (before === undefined || isParted(before.box, word.box)) pieces.push([word]);
    else pieces.at(-1)?.push(word);
  });
  return pieces.map(segmentOf);
}
