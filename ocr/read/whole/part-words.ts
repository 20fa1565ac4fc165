import { type Box, mapBox } from '../../model/geometry.ts';
import type { Word } from '../../model/reading.ts';
import type { LineReading } from '../engines/engine.ts';
import { surroundingBox } from '../engines/page-lines.ts';
import { wordsOfLine } from '../line-words.ts';
import type { LinePart } from './line-parts.ts';

/**
 * The words that a line network read of a part. It tells where letters stand along the line alone; how high they are is
 * taken from the words that were found there. `scale` and `left` lead from the crop to the page across.
 */
export function wordsOfPart(
  reading: LineReading,
  part: LinePart,
  { scale, left }: { scale: number; left: number },
): Word[] {
  const words = wordsOfLine(reading).map((word) => ({ ...word, box: mapBox([scale, 0, 0, scale, left, 0], word.box) }));
  if (words.length === part.words.length) {
    return words.map((word, place) => ({ ...word, box: part.words[place] ?? word.box }));
  }
  return words.map((word) => ({ ...word, box: withHeight(word.box, part) }));
}

function withHeight([x0, , x1]: Box, part: LinePart): Box {
  const beside = part.words.filter((word) => Math.min(word[2], x1) > Math.max(word[0], x0));
  const [, y0, , y1] = beside.length === 0 ? part.box : surroundingBox(beside);
  return [x0, y0, x1, y1];
}
