import type { Box } from '../model/geometry.ts';
import type { Word } from '../model/reading.ts';

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

/** Splits a line where the gap to the next word is wider than about three spaces or follows a colon with room. */
function splitLine(line: readonly Word[], typicalHeight: number): Segment[] {
  const segments: Word[][] = [];
  for (const word of line) {
    const current = segments.at(-1);
    const last = current?.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : word.box[0] - last.box[2];
    if (current === undefined || gap > 1.3 * typicalHeight) segments.push([word]);
    else current.push(word);
  }
  return segments.map(segmentOf);
}

/** Lines of a page from top to bottom, each cut into segments from left to right. */
export function findSegments(words: readonly Word[]): Segment[][] {
  const written = words.filter(({ text }) => text.trim() !== '');
  const typicalHeight = median(written.map(heightOf));
  return groupLines(written).map((line) => splitLine(line, typicalHeight));
}
