import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextLine } from '../../../../ocr/read/engines/engine.ts';
import { mappedWords, orderScatteredLines, textOfLines } from '../../../../ocr/read/whole/lines.ts';

describe('scattered lines', () => {
  it('are put into rows from the top, each from the left', () => {
    const scattered = [
      line('Rossi', 200, 52),
      line('Data:', 10, 100),
      line('Cognome:', 10, 50),
      line('1/2/2026', 200, 99),
    ];
    expect(textOfLines(orderScatteredLines(scattered))).toBe('Cognome: Rossi\n\nData: 1/2/2026');
  });

  it('are all kept, whatever their places', () => {
    const places = fc.array(fc.tuple(fc.nat(2000), fc.nat(3000)), { maxLength: 40 });
    fc.assert(
      fc.property(places, (all) => {
        const lines = all.map(([x, y], index) => line(`w${index}`, x, y));
        const kept = orderScatteredLines(lines).flatMap((row) => row.words.map((word) => word.text));
        expect(kept.sort()).toEqual(lines.map((_, index) => `w${index}`).sort());
      }),
    );
  });
});

describe('the text of lines', () => {
  it('separates paragraphs by an empty line', () => {
    const lines = [line('a', 0, 0, 0), line('b', 0, 20, 0), line('c', 0, 60, 1)];
    expect(textOfLines(lines)).toBe('a\nb\n\nc');
  });

  it('carries word boxes back to the captured page', () => {
    const half = mappedWords([line('a', 100, 40)], [0.5, 0, 0, 0.5, 3, 4]);
    expect(half.map((word) => word.box)).toEqual([[53, 24, 58, 29]]);
  });
});

function line(text: string, x: number, y: number, paragraph = 0): TextLine {
  const box: [number, number, number, number] = [x, y, x + 10, y + 10];
  return { words: [{ text, confidence: 0.9, box }], box, paragraph };
}
