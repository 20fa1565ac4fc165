import { type Affine, type Box, mapBox } from '../../model/geometry.ts';
import type { Word } from '../../model/reading.ts';
import type { TextLine } from '../engines/engine.ts';
import { surroundingBox } from '../engines/page-lines.ts';

/** A line belongs to a row when their middles are closer than this share of the lower one's height. */
const sameRowShare = 0.5;

/**
 * Puts scattered lines into reading order: lines whose middles are level form a row, read from left to right; rows are read
 * from the top. The lines of one row become one line. Boxes are upright pixels of one image.
 */
export function orderScatteredLines(lines: readonly TextLine[]): TextLine[] {
  const byMiddle = [...lines].sort((one, other) => middleOf(one.box) - middleOf(other.box));
  const rows: TextLine[][] = [];
  for (const line of byMiddle) {
    const row = rows.at(-1);
    const neighbour = row?.at(-1);
    if (row !== undefined && neighbour !== undefined && areLevel(neighbour.box, line.box)) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row, paragraph) => {
    const words = row.flatMap((line) => line.words).sort((one, other) => one.box[0] - other.box[0]);
    return { words, box: surroundingBox(words.map((word) => word.box)), paragraph };
  });
}

/** Joins words by blanks, lines by line ends, and paragraphs by an empty line. */
export function textOfLines(lines: readonly TextLine[]): string {
  return lines
    .map((line, index) => {
      const previous = lines[index - 1];
      const gap = previous === undefined ? '' : previous.paragraph === line.paragraph ? '\n' : '\n\n';
      return gap + line.words.map((word) => word.text).join(' ');
    })
    .join('');
}

/** The words of all lines, their boxes mapped. */
export function mappedWords(lines: readonly TextLine[], map: Affine): Word[] {
  return lines.flatMap((line) => line.words.map((word) => ({ ...word, box: mapBox(map, word.box) })));
}

function areLevel(one: Box, other: Box): boolean {
  const lower = Math.min(one[3] - one[1], other[3] - other[1]);
  return Math.abs(middleOf(one) - middleOf(other)) < sameRowShare * lower;
}

function middleOf(box: Box): number {
  return (box[1] + box[3]) / 2;
}
