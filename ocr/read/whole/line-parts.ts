import type { Box } from '../../model/geometry.ts';
import { surroundingBox } from '../engines/page-lines.ts';

/** What is smaller both ways is no word. */
const dustMm = 1.1;
/** What is lower is no letter, but a dash or what is left of a rule. */
const lowestMm = 0.7;
/** What is higher is a frame, a picture or text that runs upwards. */
const highestMm = 20;
/** The wall of a comb: no letter is as high and as thin. */
const wall = { mostWidthMm: 0.8, leastHeightMm: 4.5 } as const;
/** A wider gap, in heights of the text beside it, parts what merely stands on one line. */
const widestGap = 1.5;
/** Words of one line share so much of the lower one's height; less share a label and an entry half a row below it. */
const sharedHeight = 0.6;

/** Neighbouring words of a line at one height, from left to right, not read yet. Boxes are in pixels of an upright page. */
export interface LinePart {
  readonly words: readonly Box[];
  readonly box: Box;
}

/** Parts a line of found words, from left to right. Dust, frames and the walls of combs are left out. */
export function lineParts(words: readonly Box[], pxPerMm: number): LinePart[] {
  const parts: LinePart[] = [];
  for (const word of words.filter((box) => isText(box, pxPerMm)).toSorted((one, other) => one[0] - other[0])) {
    const part = parts.at(-1);
    if (part === undefined || !isNeighbour(part.box, word)) parts.push({ words: [word], box: word });
    else parts[parts.length - 1] = { words: [...part.words, word], box: surroundingBox([part.box, word]) };
  }
  return parts;
}

function isText([x0, y0, x1, y1]: Box, pxPerMm: number): boolean {
  const [widthMm, heightMm] = [(x1 - x0) / pxPerMm, (y1 - y0) / pxPerMm];
  const isDust = Math.max(widthMm, heightMm) < dustMm || heightMm < lowestMm;
  return !isDust && heightMm <= highestMm && !(widthMm < wall.mostWidthMm && heightMm > wall.leastHeightMm);
}

function isNeighbour(part: Box, word: Box): boolean {
  const [partHeight, wordHeight] = [part[3] - part[1], word[3] - word[1]];
  const shared = Math.min(part[3], word[3]) - Math.max(part[1], word[1]);
  const isLevel = shared >= sharedHeight * Math.min(partHeight, wordHeight);
  return isLevel && word[0] - part[2] < widestGap * Math.max(partHeight, wordHeight);
}
