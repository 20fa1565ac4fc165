import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Word } from '../../../../ocr/model/reading.ts';
import { slotsOf } from '../../../../ocr/read/scattered/slots.ts';

const word = (text: string, left: number, right: number): Word => ({ text, confidence: 1, box: [left, 0, right, 30] });
const texts = (first: Word[], second: Word[]) =>
  slotsOf(first, second).map((slot) => [slot.first.map(({ text }) => text), slot.second.map(({ text }) => text)]);

describe('slots of a line that two readers read', () => {
  it('hold what stands at one place', () => {
    expect(
      texts([word('Nome', 0, 80), word('R0ssi', 100, 200)], [word('Nome', 2, 85), word('Rossi', 98, 197)]),
    ).toEqual([
      [['Nome'], ['Nome']],
      [['R0ssi'], ['Rossi']],
    ]);
  });

  it('hold several words of the one where the other parts them not', () => {
    expect(texts([word('R', 0, 20), word('&', 30, 50), word('D', 60, 80)], [word('R&D', 0, 78)])).toEqual([
      [['R', '&', 'D'], ['R&D']],
    ]);
  });

  it('hold nothing of a reader that passed over a word', () => {
    expect(texts([word('Nome', 0, 80)], [word('Rossi', 100, 200)])).toEqual([
      [['Nome'], []],
      [[], ['Rossi']],
    ]);
  });

  it('hold every word once', () => {
    const words = fc.array(
      fc.tuple(fc.nat(900), fc.integer({ min: 5, max: 200 })).map(([x, width]) => word('a', x, x + width)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(words, words, (first, second) => {
        const slots = slotsOf(first, second);
        expect(new Set(slots.flatMap((slot) => slot.first))).toEqual(new Set(first));
        expect(slots.flatMap((slot) => slot.first)).toHaveLength(first.length);
        expect(slots.flatMap((slot) => slot.second)).toHaveLength(second.length);
      }),
    );
  });
});
