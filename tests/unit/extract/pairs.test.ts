import { describe, expect, it } from 'vitest';
import { findPairs } from '../../../ocr/extract/pairs.ts';
import type { Word } from '../../../ocr/model/reading.ts';

/** Words of 20 px a character and 30 px height from column x on. */
function line(y: number, ...parts: [number, string][]): Word[] {
  return parts.flatMap(([x, text]) => {
    let left = x;
    return text.split(' ').map((word): Word => {
      const box: Word['box'] = [left, y, left + word.length * 20, y + 30];
      left = box[2] + 15;
      return { text: word, confidence: 1, box };
    });
  });
}
const page = { widthPx: 2000, heightPx: 3000 };
const texts = (words: Word[]) => findPairs(words, page).map(({ label, value }) => [label.text, value.text]);

describe('labels and values without a layout', () => {
  it('stand on one line, with or without a gap', () => {
    expect(texts(line(100, [100, 'Cognome: Rossi'], [900, 'Nome:'], [1200, 'Mario']))).toEqual([
      ['Cognome', 'Rossi'],
      ['Nome', 'Mario'],
    ]);
  });

  it('or the value stands right under its label', () => {
    expect(texts([...line(100, [100, 'Luogo di nascita:']), ...line(150, [100, 'San Giuliano Terme'])])).toEqual([
      ['Luogo di nascita', 'San Giuliano Terme'],
    ]);
  });

  it('two labels in a row are no pair', () => {
    expect(texts(line(100, [100, 'Cognome:'], [500, 'Nome:']))).toEqual([]);
  });
});
