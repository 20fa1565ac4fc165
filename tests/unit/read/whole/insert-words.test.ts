import { describe, expect, it } from 'vitest';
import type { Word } from '../../../../ocr/model/reading.ts';
import type { TextLine } from '../../../../ocr/read/engines/engine.ts';
import { insertWords } from '../../../../ocr/read/whole/insert-words.ts';
import { textOfLines } from '../../../../ocr/read/whole/lines.ts';

describe('what was read in a comb', () => {
  it('goes on a line that it stands beside', () => {
    const lines = [line('Cognome', 10, 100), line('CAP', 10, 200), line('Firma', 10, 300)];
    expect(textOfLines(insertWords(lines, [word('40126', 90, 198)]))).toBe('Cognome\nCAP 40126\nFirma');
  });

  it('stands before the rest of a line on its right', () => {
    expect(textOfLines(insertWords([line('Udine', 200, 100)], [word('26122006', 90, 100)]))).toBe('26122006 Udine');
  });

  it('follows the label above it rather than what stands far beside it', () => {
    const lines = [line('Codice', 300, 75), line('Firma', 10, 100), line('Data', 300, 200)];
    expect(textOfLines(insertWords(lines, [word('RSSMRA', 300, 100)]))).toBe('Codice\nRSSMRA\nFirma\nData');
  });

  it('goes on the line far beside it where no label stands close above', () => {
    const lines = [line('Titolo', 300, 10), line('Codice', 10, 200)];
    expect(textOfLines(insertWords(lines, [word('RSSMRA', 300, 200)]))).toBe('Titolo\nCodice RSSMRA');
  });

  it('is a line of its own on a page without others', () => {
    expect(insertWords([], [word('40126', 90, 100)])).toEqual([
      { words: [word('40126', 90, 100)], box: [90, 100, 140, 120], paragraph: 0 },
    ]);
  });

  it('changes nothing where the comb is empty', () => {
    const lines = [line('CAP', 10, 200)];
    expect(insertWords(lines, [])).toEqual(lines);
  });
});

function word(text: string, x: number, y: number): Word {
  return { text, confidence: 0.9, box: [x, y, x + 10 * text.length, y + 20] };
}

function line(text: string, x: number, y: number): TextLine {
  const only = word(text, x, y);
  return { words: [only], box: only.box, paragraph: 0 };
}
