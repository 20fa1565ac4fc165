import { describe, expect, it } from 'vitest';
import { withoutLetters } from '../../../ocr/extract/pairs/letters-as-boxes.ts';
import type { TickBox } from '../../../ocr/model/reading.ts';
import { line, tickBox } from '../../fixtures/extract/laid-words.ts';

/** Laid words are 20 px a letter and 30 high: the box that an O inside one makes. */
const letterBox = (left: number): TickBox => ({ box: [left, 102, left + 18, 128], state: 'empty', confidence: 0.9 });

describe('frames that are letters', () => {
  it('stand inside words, and are no tick boxes', () => {
    const boxes = [tickBox(100, 300), tickBox(100, 400), letterBox(140)];
    expect(withoutLetters(boxes, line(100, [100, 'TOBACCO']))).toEqual(boxes.slice(0, 2));
  });

  it('say that all of their size are letters where they are many', () => {
    const initial = letterBox(400);
    expect(
      withoutLetters([letterBox(120), letterBox(200), initial], line(100, [100, 'TOBACCO'], [400, 'OLD'])),
    ).toEqual([]);
  });

  it('are told from boxes that an engine reads into the word beside them', () => {
    const boxes = [tickBox(98, 100), tickBox(98, 200)];
    expect(withoutLetters(boxes, [...line(100, [100, 'OYes']), ...line(200, [100, 'ONo'])])).toEqual(boxes);
  });
});
