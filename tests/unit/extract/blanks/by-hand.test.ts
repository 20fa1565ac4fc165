import { describe, expect, it } from 'vitest';
import { isSurelyPrint, seemsByHand } from '../../../../ocr/extract/pairs/blanks/by-hand.ts';
import type { Blank } from '../../../../ocr/extract/pairs/blanks/find-blanks.ts';
import type { Word } from '../../../../ocr/model/reading.ts';
import { line } from '../../../fixtures/extract/laid-words.ts';

/** Words of `line` are so high. */
const wordHeight = 30;

function blank(text: string, confidence: number, highPx = wordHeight): Blank {
  const value = line(100, [400, text]).map(
    ({ box: [x0, , x1, y1], ...word }): Word => ({ ...word, confidence, box: [x0, y1 - highPx, x1, y1] }),
  );
  return { rule: [390, 132, 900, 134], label: line(100, [100, 'nato a']), value };
}
const empty: Blank = { ...blank('', 1), value: [] };

describe('a page with blanks', () => {
  it('was surely filled in by a machine where engines for print were sure', () => {
    expect(isSurelyPrint([blank('Lodi', 0.97), blank('Siena', 0.95), empty])).toBe(true);
    expect(isSurelyPrint([blank('Lodi', 0.97), blank('Siena', 0.6)])).toBe(false);
  });

  it('seems filled in by hand where engines for print make nothing of it', () => {
    expect(seemsByHand([blank('Lodi', 0.3), blank('Siena', 0.8)], wordHeight)).toBe(true);
  });

  it('seems filled in by hand where they are not sure of what is higher than print', () => {
    const doubtful = (highPx: number) => [blank('Lodi', 0.8, highPx), blank('Siena', 0.85, highPx)];
    expect(seemsByHand(doubtful(45), wordHeight)).toBe(true);
    expect(seemsByHand(doubtful(wordHeight), wordHeight)).toBe(false);
  });

  it('seems filled in by nobody where nothing stands on them', () => {
    expect(seemsByHand([empty, empty], wordHeight)).toBe(false);
  });
});
