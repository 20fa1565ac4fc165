import type { ResultIterator } from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import { collectFoundLines, collectPageLines, pageLevel } from '../../../../ocr/read/engines/page-lines.ts';

interface SeenWord {
  readonly text: string;
  /** The outermost part of the page that begins with the word. */
  readonly begins?: number;
  readonly percent?: number;
  readonly box?: Box;
}

/** Walks words as the engine's own iterator does. */
function iterate(words: readonly SeenWord[]): ResultIterator {
  let at = 0;
  return {
    Begin: () => {
      at = 0;
    },
    Next: () => {
      at += 1;
      return at < words.length;
    },
    Empty: () => at >= words.length,
    IsAtBeginningOf: (level) => level >= (words[at]?.begins ?? pageLevel.word),
    GetUTF8Text: () => words[at]?.text ?? '',
    Confidence: () => words[at]?.percent ?? 90,
    getBoundingBox: () => {
      const [x0, y0, x1, y1] = words[at]?.box ?? [0, 0, 5, 5];
      return { x0, y0, x1, y1 };
    },
  };
}

describe('what the engine read on a page', () => {
  it('becomes lines of words with boxes and confidences from 0 to 1', () => {
    const lines = collectPageLines(
      iterate([
        { text: 'Mario', begins: pageLevel.paragraph, percent: 96.5, box: [10, 20, 40, 32] },
        { text: 'Rossi', percent: 80, box: [50, 21, 100, 32] },
      ]),
    );
    expect(lines).toEqual([
      {
        words: [
          { text: 'Mario', confidence: 0.965, box: [10, 20, 40, 32] },
          { text: 'Rossi', confidence: 0.8, box: [50, 21, 100, 32] },
        ],
        box: [10, 20, 100, 32],
        paragraph: 0,
      },
    ]);
  });

  it('numbers paragraphs in order and leaves out words of blanks', () => {
    const { paragraph, line } = pageLevel;
    const lines = collectPageLines(
      iterate([
        { text: ' ', begins: paragraph },
        { text: 'a', begins: paragraph },
        { text: 'b', begins: line },
        { text: ' ', begins: line },
        { text: 'c', begins: paragraph },
      ]),
    );
    expect(lines.map(({ words }) => words.map(({ text }) => text))).toEqual([['a'], ['b'], ['c']]);
    expect(lines.map((found) => found.paragraph)).toEqual([0, 0, 1]);
  });

  it('is no lines when nothing was found', () => {
    expect(collectPageLines(iterate([]))).toEqual([]);
  });
});

describe('what the engine found on a page and did not read', () => {
  /** Gives the words of lines the numbers of their places. */
  function found(words: readonly SeenWord[]) {
    let place = 0;
    return collectFoundLines(iterate(words), () => [place++, 0, 9, 9]);
  }

  it('becomes lines of the boxes of words, numbered by paragraphs', () => {
    const { paragraph, line } = pageLevel;
    const lines = found([
      { text: 'a', begins: paragraph },
      { text: 'b' },
      { text: 'c', begins: line },
      { text: 'd', begins: paragraph },
    ]);
    expect(lines.map(({ words }) => words.map(([place]) => place))).toEqual([[0, 1], [2], [3]]);
    expect(lines.map((one) => one.paragraph)).toEqual([0, 0, 1]);
  });

  it('is no lines when nothing was found', () => {
    expect(found([])).toEqual([]);
  });
});
