import type { Box } from '../../model/geometry.ts';
import type { Word } from '../../model/reading.ts';
import { type BreakContext, isBreak, leftEdgesOf } from './breaks.ts';

/** Words that stand together on one line without a wide gap. */
export interface Segment {
  readonly words: readonly Word[];
  readonly text: string;
  readonly box: Box;
}

function heightOf(word: Word): number {
  return word.box[3] - word.box[1];
}

function middleOf(word: Word): number {
  return (word.box[1] + word.box[3]) / 2;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function segmentOf(words: readonly Word[]): Segment {
  return {
    words,
    text: words.map(({ text }) => text).join(' '),
    box: [
      Math.min(...words.map(({ box }) => box[0])),
      Math.min(...words.map(({ box }) => box[1])),
      Math.max(...words.map(({ box }) => box[2])),
      Math.max(...words.map(({ box }) => box[3])),
    ],
  };
}

function groupLines(words: readonly Word[]): Word[][] {
  const lines: { middle: number; height: number; words: Word[] }[] = [];
  for (const word of words.toSorted((left, right) => middleOf(left) - middleOf(right))) {
    const line = lines.findLast(
      (candidate) => Math.abs(candidate.middle - middleOf(word)) < 0.5 * Math.max(candidate.height, heightOf(word)),
    );
    if (line === undefined) {
      lines.push({ middle: middleOf(word), height: heightOf(word), words: [word] });
    } else {
      line.words.push(word);
      line.middle += (middleOf(word) - line.middle) / line.words.length;
    }
  }
  return lines.map((line) => line.words.toSorted((left, right) => left.box[0] - right.box[0]));
}

/** Cuts a line where `isBreak` says so. */
function splitLine(line: readonly Word[], context: BreakContext): Segment[] {
  const segments: Word[][] = [];
  line.forEach((word, place) => {
    if (place === 0 || isBreak(line, place, context)) segments.push([word]);
    else segments.at(-1)?.push(word);
  });
  return segments.map(segmentOf);
}

export interface SegmentedPage {
  /** From top to bottom, each its segments from left to right. */
  readonly lines: readonly (readonly Segment[])[];
  /** Height of a typical word; 0 on a page without any. */
  readonly wordHeight: number;
}

/** The lines of a page, cut into what stands together. */
export function segmentPage(words: readonly Word[]): SegmentedPage {
  const { lines, context } = linesOfPage(words);
  return { lines: lines.map((line) => splitLine(line, context)), wordHeight: context.wordHeight };
}

/** The words of a page line by line, and what they tell about where to cut these. */
export function linesOfPage(words: readonly Word[]): { lines: Word[][]; context: BreakContext } {
  const written = words.filter(({ text }) => text.trim() !== '');
  const wordHeight = median(written.map(heightOf));
  const lines = groupLines(written);
  return { lines, context: { wordHeight, leftEdges: leftEdgesOf(lines, wordHeight) } };
}
