import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../../ocr/model/geometry.ts';
import type { Word } from '../../../../../ocr/model/reading.ts';
import type { TextLine } from '../../../../../ocr/read/engines/engine.ts';
import { replaceWords } from '../../../../../ocr/read/whole/blanks/replace-words.ts';
import { textOfLines } from '../../../../../ocr/read/whole/lines.ts';

const word = (text: string, x: number, y: number): Word => ({
  ...{ text, confidence: 0.9 },
  box: [x, y, x + 10 * text.length, y + 20],
});
const line = (...words: Word[]): TextLine => ({
  ...{ words, paragraph: 0 },
  box: [words[0]?.box[0] ?? 0, words[0]?.box[1] ?? 0, words.at(-1)?.box[2] ?? 0, words[0]?.box[3] ?? 0],
});
/** What is read anew of misread words. */
const anew = (read: Word, ...misread: Word[]) => ({
  places: [read, ...misread].map(({ box }): Box => box),
  words: [read],
});

describe('what was read anew on a page', () => {
  const misread = word('Rosno', 140, 100);
  const page = [
    line(word('nato', 10, 100), word('a', 60, 100), misread, word('il', 300, 100)),
    line(word('via', 10, 140)),
  ];

  it('stands in the place of what was read there before', () => {
    expect(textOfLines(replaceWords(page, [anew(word('Roma', 142, 98), misread)]))).toBe('nato a Roma il\nvia');
  });

  it('replaces what was misread of it without being taken for it', () => {
    const lines = [...page, line(word(',', 160, 110))];
    expect(textOfLines(replaceWords(lines, [anew(word('Roma', 142, 98), misread)]))).toBe('nato a Roma il\nvia');
  });

  it('stands beside its label where nothing was read before', () => {
    expect(textOfLines(replaceWords(page, [anew(word('Verdi', 60, 140))]))).toBe('nato a Rosno il\nvia Verdi');
  });

  it('leaves a page as it is where nothing was', () => {
    expect(replaceWords(page, [])).toEqual(page);
  });
});
