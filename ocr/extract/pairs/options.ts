import type { Box } from '../../model/geometry.ts';
import type { Pair, TickBox, Word } from '../../model/reading.ts';
import { heightOf, middleOf, type OptionRow, optionRows, splitAtGaps } from './option-rows.ts';
import type { Segment } from './segments.ts';

/** The text of a box stands at most this many heights of the box from it. */
const farHeights = 3;
/** Boxes of one question stand at most this many heights below each other, and so does the question above them. */
const downHeights = 3.2;
/** Left edges that differ by less than this many heights are in one column. */
const alignedHeights = 0.7;
/** Edges of texts wander more than those of boxes. */
const indentHeights = 15;
/** A question has a word of letters. */
const speaks = /\p{L}{2}/u;
const trailing = /\s*[:.…_?]*\s*$/;

/** A box with the text that says what it stands for. */
interface Option {
  readonly tick: TickBox;
  readonly text: Segment;
}

/** The options of one question. */
interface OptionGroup {
  readonly question: Segment | null;
  readonly options: readonly Option[];
  /** Boxes of its last row. */
  readonly lastRow: readonly TickBox[];
}

export interface FoundOptions {
  readonly pairs: readonly Pair[];
  /** Words that were told as options or questions, or read into boxes: no labels or values of anything else. */
  readonly used: ReadonlySet<Word>;
}

/**
 * Tells what the tick boxes of a page without a layout stand for: the text beside each, on the side where texts stand nearer on
 * the page as a whole; and which boxes answer one question: those on one line behind its text, or one below the other. Gives
 * a pair of text and state for each box, and one of question and text for each marked box. The page is upright.
 */
export function findOptions(boxes: readonly TickBox[], words: readonly Word[]): FoundOptions {
  const rows = optionRows(boxes, words);
  const side = sideOfTexts(rows);
  const groups = groupRows(rows, side, boxes).map((group) => withQuestionAbove(group, rows, words));
  return {
    pairs: groups.flatMap(pairsOfGroup),
    used: usedWords(words, rows, groups),
  };
}

type Side = 'left' | 'right';

function gapTo(text: Segment | undefined, { box }: TickBox, side: Side): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, side === 'right' ? text.box[0] - box[2] : box[0] - text.box[2]) / heightOf(box);
}

/** The text nearest to a box on one side, with no other box between. */
function textBeside({ boxes, texts }: OptionRow, tick: TickBox, side: Side): Segment | undefined {
  const isBetween = ({ box }: TickBox, text: Segment) =>
    side === 'right' ? box[0] > tick.box[0] && box[0] < text.box[0] : box[0] < tick.box[0] && box[0] > text.box[0];
  const middle = (tick.box[0] + tick.box[2]) / 2;
  const onSide = texts.filter(({ box }) => (side === 'right' ? box[0] > middle : box[2] < middle));
  const nearest = side === 'right' ? onSide[0] : onSide.at(-1);
  return nearest === undefined || boxes.some((other) => isBetween(other, nearest)) ? undefined : nearest;
}

function sideOfTexts(rows: readonly OptionRow[]): Side {
  const gaps = (side: Side) =>
    rows.flatMap((row) =>
      row.boxes.map((tick) => Math.min(farHeights, gapTo(textBeside(row, tick, side), tick, side))),
    );
  const sum = (numbers: readonly number[]) => numbers.reduce((total, gap) => total + gap, 0);
  return sum(gaps('right')) <= sum(gaps('left')) ? 'right' : 'left';
}

function groupRows(rows: readonly OptionRow[], side: Side, boxes: readonly TickBox[]): OptionGroup[] {
  const groups: OptionGroup[] = [];
  for (const row of rows) {
    for (const part of partsOfRow(row, side, boxes)) {
      const above = part.question === null ? groups.findLastIndex((group) => isBelow(part, group)) : -1;
      const group = groups[above];
      if (group === undefined) groups.push(part);
      else groups[above] = { ...group, options: [...group.options, ...part.options], lastRow: part.lastRow };
    }
  }
  return groups;
}

/**
 * A row begins a new question where a text stands before a box that is not the option of another, and where columns of boxes
 * stand side by side.
 */
function partsOfRow(row: OptionRow, side: Side, boxes: readonly TickBox[]): OptionGroup[] {
  const options = row.boxes.flatMap((tick): Option[] => {
    const text = textBeside(row, tick, side);
    return text === undefined || gapTo(text, tick, side) > farHeights ? [] : [{ tick, text }];
  });
  const taken = new Set(options.map(({ text }) => text));
  const parts: OptionGroup[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const option of options) {
    const start = Math.min(option.tick.box[0], option.text.box[0]);
    const before = row.texts.filter(
      (text) => !taken.has(text) && speaks.test(text.text) && text.box[2] <= start && text.box[0] >= reached,
    );
    const question = before.at(-1) ?? null;
    const part = parts.at(-1);
    if (part === undefined || question !== null || (part.question === null && isColumn(option.tick, boxes)))
      parts.push({ question, options: [option], lastRow: [option.tick] });
    else {
      parts[parts.length - 1] = {
        ...part,
        options: [...part.options, option],
        lastRow: [...part.lastRow, option.tick],
      };
    }
    reached = start;
  }
  return parts;
}

/** Whether another box stands right above or below. */
function isColumn({ box }: TickBox, boxes: readonly TickBox[]): boolean {
  return boxes.some(({ box: other }) => {
    const downPx = Math.abs(middleOf(other) - middleOf(box));
    const isAligned = Math.abs(other[0] - box[0]) < alignedHeights * heightOf(box);
    return isAligned && downPx > heightOf(box) / 2 && downPx <= downHeights * heightOf(box);
  });
}

/** Whether the boxes of a row go on below those of a group, in the same columns. */
function isBelow({ lastRow: row }: OptionGroup, { lastRow }: OptionGroup): boolean {
  return row.every(({ box }) => {
    const aligned = lastRow.find(({ box: other }) => Math.abs(other[0] - box[0]) < alignedHeights * heightOf(box));
    return aligned !== undefined && middleOf(box) - middleOf(aligned.box) <= downHeights * heightOf(box);
  });
}

/** A question that stands on a line of its own: the nearest text above the first box that is no option of another. */
function withQuestionAbove(group: OptionGroup, rows: readonly OptionRow[], words: readonly Word[]): OptionGroup {
  const [first] = group.options;
  if (group.question !== null || first === undefined) return group;
  const { box } = first.tick;
  const height = heightOf(box);
  const above = words.filter((word) => {
    const downPx = box[1] - middleOf(word.box);
    return downPx > 0 && downPx <= downHeights * height && rows.every((row) => !isOnRow(word, row));
  });
  const lowest = Math.max(...above.map((word) => middleOf(word.box)));
  const line = above
    .filter((word) => lowest - middleOf(word.box) < height / 2)
    .toSorted((one, other) => one.box[0] - other.box[0]);
  const startsNear = (piece: Segment) => Math.abs(piece.box[0] - box[0]) <= indentHeights * height;
  const [near] = splitAtGaps(line, height)
    .filter((piece) => startsNear(piece) && speaks.test(piece.text))
    .toSorted((one, other) => Math.abs(one.box[0] - box[0]) - Math.abs(other.box[0] - box[0]));
  return near === undefined ? group : { ...group, question: near };
}

function isOnRow({ box }: Word, { boxes, texts }: OptionRow): boolean {
  const middle = middleOf(box);
  return [...boxes, ...texts].some(({ box: other }) => middle > other[1] && middle < other[3]);
}

function pairsOfGroup({ question, options }: OptionGroup, group: number): Pair[] {
  const asked = question === null ? null : labelOf(question);
  const states = options.map(({ tick: { box, state, confidence }, text }): Pair => {
    const value = { text: String(state !== 'empty'), box };
    const option = { state, group, question: asked?.text ?? null };
    return { label: labelOf(text), value, confidence: confidence * sureness(text.words), option };
  });
  if (question === null || asked === null) return states;
  const chosen = options.flatMap(({ tick: { state, confidence }, text }): Pair[] => {
    if (state === 'empty') return [];
    const sure = confidence * Math.min(sureness(question.words), sureness(text.words));
    return [{ label: asked, value: labelOf(text), confidence: sure }];
  });
  return [...states, ...chosen];
}

function labelOf({ text, box }: Segment): { text: string; box: Box } {
  return { text: text.replace(trailing, ''), box };
}

function sureness(words: readonly Word[]): number {
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length);
}

function usedWords(words: readonly Word[], rows: readonly OptionRow[], groups: readonly OptionGroup[]): Set<Word> {
  const told = groups.flatMap(({ question, options }) => [
    ...(question?.box ? [question.box] : []),
    ...options.map(({ text }) => text.box),
  ]);
  const inside = new Set(rows.flatMap(({ insideBoxes }) => insideBoxes));
  const liesIn = ({ box: [x0, , x1] }: Word, [left, , right]: Box) => (x0 + x1) / 2 > left && (x0 + x1) / 2 < right;
  return new Set(
    words.filter(
      (word) =>
        inside.has(word) ||
        told.some((box) => middleOf(word.box) > box[1] && middleOf(word.box) < box[3] && liesIn(word, box)),
    ),
  );
}
