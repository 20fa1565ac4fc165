/// <reference path="./tesseract-core.d.ts" />
import type { PageIterator, ResultIterator } from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import type { Box } from '../../model/geometry.ts';
import type { Word } from '../../model/reading.ts';
import type { FoundLine, TextLine } from './engine.ts';

/** Parts of a page as Tesseract numbers them, from the outside. */
export const pageLevel = { paragraph: 1, line: 2, word: 3, symbol: 4 } as const;

/**
 * Gathers what Tesseract read into lines, in the engine's order. Words of blanks only are left out, and lines and paragraphs without
 * words. Costs a third of having the engine write its table of the page.
 */
export function collectPageLines(iterator: ResultIterator): TextLine[] {
  const lines: { words: Word[]; paragraph: number }[] = [];
  let words: Word[] = [];
  let paragraph = -1;
  let isNewParagraph = false;
  iterator.Begin();
  while (!iterator.Empty(pageLevel.word)) {
    if (iterator.IsAtBeginningOf(pageLevel.paragraph)) isNewParagraph = true;
    if (iterator.IsAtBeginningOf(pageLevel.line)) words = [];
    const text = iterator.GetUTF8Text(pageLevel.word).trim();
    if (text !== '') {
      if (isNewParagraph) paragraph += 1;
      isNewParagraph = false;
      if (words.length === 0) lines.push({ words, paragraph });
      words.push({ text, confidence: shareOfPercent(iterator.Confidence(pageLevel.word)), box: boxOfWord(iterator) });
    }
    if (!iterator.Next(pageLevel.word)) break;
  }
  return lines.map((line) => ({ ...line, box: surroundingBox(line.words.map(({ box }) => box)) }));
}

/** Gathers the lines that Tesseract found without reading them, in its order. `boxOfWord` tells the box of the word where the iterator stands. */
export function collectFoundLines(iterator: PageIterator, boxOfWord: () => Box): FoundLine[] {
  const lines: { words: Box[]; paragraph: number }[] = [];
  let paragraph = -1;
  iterator.Begin();
  do {
    if (iterator.Empty(pageLevel.word)) continue;
    if (iterator.IsAtBeginningOf(pageLevel.paragraph)) paragraph += 1;
    if (iterator.IsAtBeginningOf(pageLevel.line)) lines.push({ words: [], paragraph });
    lines.at(-1)?.words.push(boxOfWord());
  } while (iterator.Next(pageLevel.word));
  return lines;
}

function boxOfWord(iterator: ResultIterator): Box {
  const { x0, y0, x1, y1 } = iterator.getBoundingBox(pageLevel.word);
  return [x0, y0, x1, y1];
}

/** Per cent, as Tesseract states confidences, to 0..1. */
export function shareOfPercent(percent: number): number {
  return Math.min(1, Math.max(0, percent / 100));
}

/** The smallest box around all; all zeros when there are none. */
export function surroundingBox(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return [0, 0, 0, 0];
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}
