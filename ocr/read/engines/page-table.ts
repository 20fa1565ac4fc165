import type { Box } from '../../model/geometry.ts';
import type { Word } from '../../model/reading.ts';
import type { TextLine } from './engine.ts';

const wordLevel = '5';

/**
 * Reads Tesseract's page table (TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence in
 * per cent, text) into lines in the engine's order. Rows that are no word, and words of blanks only, are left out.
 */
export function parsePageTable(table: string): TextLine[] {
  const lines = new Map<string, Word[]>();
  for (const row of table.split('\n')) {
    const cells = row.split('\t');
    const text = cells[11]?.trim() ?? '';
    if (cells[0] !== wordLevel || text === '') continue;
    const key = `${cells[2]}.${cells[3]}.${cells[4]}`;
    const words = lines.get(key) ?? [];
    words.push({ text, confidence: shareOfPercent(Number(cells[10])), box: boxOfCells(cells) });
    lines.set(key, words);
  }
  let paragraph = -1;
  let previous = '';
  return [...lines].map(([key, words]) => {
    const current = key.slice(0, key.lastIndexOf('.'));
    if (current !== previous) paragraph += 1;
    previous = current;
    return { words, box: surroundingBox(words.map((word) => word.box)), paragraph };
  });
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

function boxOfCells(cells: readonly string[]): Box {
  const [left, top, width, height] = [cells[6], cells[7], cells[8], cells[9]].map(Number);
  return [left ?? 0, top ?? 0, (left ?? 0) + (width ?? 0), (top ?? 0) + (height ?? 0)];
}
