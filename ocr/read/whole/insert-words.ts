import type { Box } from '../../model/geometry.ts';
import type { Word } from '../../model/reading.ts';
import type { TextLine } from '../engines/engine.ts';
import { surroundingBox } from '../engines/page-lines.ts';

/** Words of one line share so much of the lower one's height. */
const sharedHeight = 0.5;
/** A line goes on no farther beside it than so many heights of the words; a label stands no higher above. */
const widestGap = 3;
const highestLabel = 2.5;

/** Puts words that were read by themselves, as in a comb, among the lines of their page: into the line that goes on beside them, else under their label. */
export function insertWords(lines: readonly TextLine[], words: readonly Word[]): TextLine[] {
  if (words.length === 0) return [...lines];
  const box = surroundingBox(words.map((word) => word.box));
  const row = nearest(lines, (line) => gapBeside(line, box));
  const label = nearest(lines, (line) => gapAbove(line, box));
  if (row !== null && (row.heights <= widestGap || label === null || label.heights > highestLabel)) {
    return lines.map((line) => (line === row.line ? withWords(line, words) : line));
  }
  const before = label === null ? -1 : lines.indexOf(label.line);
  const paragraph = lines[Math.max(0, before)]?.paragraph ?? 0;
  return [...lines.slice(0, before + 1), { words: [...words], box, paragraph }, ...lines.slice(before + 1)];
}

/** The line that lies the fewest heights away, of those that `heightsAway` says lie there at all. */
function nearest(lines: readonly TextLine[], heightsAway: (line: TextLine) => number | null) {
  let best: { line: TextLine; heights: number } | null = null;
  for (const line of lines) {
    const heights = heightsAway(line);
    if (heights !== null && (best === null || heights < best.heights)) best = { line, heights };
  }
  return best;
}

function withWords(line: TextLine, added: readonly Word[]): TextLine {
  const words = [...line.words, ...added].toSorted((one, other) => one.box[0] - other.box[0]);
  return { ...line, words, box: surroundingBox(words.map(({ box }) => box)) };
}

function gapBeside({ words }: TextLine, box: Box): number | null {
  const heightPx = box[3] - box[1];
  const gaps = words.flatMap((word) => {
    const shared = Math.min(box[3], word.box[3]) - Math.max(box[1], word.box[1]);
    if (shared < sharedHeight * Math.min(heightPx, word.box[3] - word.box[1])) return [];
    return [Math.max(box[0] - word.box[2], word.box[0] - box[2]) / heightPx];
  });
  return gaps.length === 0 ? null : Math.min(...gaps);
}

function gapAbove({ box: [left, top, right, bottom] }: TextLine, box: Box): number | null {
  const isAbove = (top + bottom) / 2 < box[1] && left < box[2] && right > box[0];
  return isAbove ? (box[1] - bottom) / (box[3] - box[1]) : null;
}
