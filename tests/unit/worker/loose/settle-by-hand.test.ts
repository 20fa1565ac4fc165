import { describe, expect, it } from 'vitest';
import type { SettledBlank } from '../../../../ocr/extract/pairs/blanks/settle-blanks.ts';
import type { Word } from '../../../../ocr/model/reading.ts';
import type { BlankByHand } from '../../../../ocr/worker/loose/read-by-hand.ts';
import { settleByHand } from '../../../../ocr/worker/loose/settle-by-hand.ts';

const word = (text: string, from: number, to: number, confidence = 0.6): Word => ({
  text,
  confidence,
  box: [from, 10, to, 40],
});

function blankOf(label: string, words: readonly Word[]): BlankByHand {
  const text = words.map((own) => own.text).join(' ');
  const reading = { text, confidence: 0.6, characters: [], box: words[0]?.box ?? [0, 0, 0, 0], engine: 'reader/one' };
  return {
    blank: { rule: [0, 40, 400, 42], value: [], label: [word(label, 0, 90)] },
    words,
    reading: { ...reading, box: [0, 0, 1, 1] },
  };
}

const settleAs =
  (text: string, changes: Partial<SettledBlank> = {}) =>
  () => [{ text, isRight: true, label: null, ...changes }];

describe('what is settled on a blank', () => {
  it('is asked with the label and with what was read, strokes between digits closed up', () => {
    const asked: unknown[] = [];
    settleByHand([blankOf('il', [word('3', 100, 110), word('/', 115, 118), word('4', 120, 130)])], (blanks) => {
      asked.push(...blanks.map(({ label, reading }) => [label, reading.text]));
      return [];
    });
    expect(asked).toEqual([['il', '3/4']]);
  });

  it('stands where the words stood that were read, and says what was read', () => {
    const read = blankOf('nome', [word('MARI0', 100, 180, 0.4), word('ROSSI', 200, 280)]);
    const [settled] = settleByHand([read], settleAs('MARIO ROSSI'));
    expect(settled).toEqual({
      blank: read.blank,
      words: [word('MARIO', 100, 180, 0.4), word('ROSSI', 200, 280, 0.4)],
      byHand: { read: 'MARI0 ROSSI', isRight: true, label: null },
    });
  });

  it('stands over all of them where it has other blanks', () => {
    const [settled] = settleByHand(
      [blankOf('C.F.', [word('RSS', 100, 200), word('MRA', 220, 300)])],
      settleAs('RSSMRA'),
    );
    expect(settled?.words).toEqual([word('RSSMRA', 100, 300)]);
    const [parted] = settleByHand([blankOf('Tel.', [word('3331', 100, 200)])], settleAs('33 31'));
    expect(parted?.words.map(({ text, box: [from, , to] }) => [text, from, to])).toEqual([
      ['33', 100, 140],
      ['31', 160, 200],
    ]);
  });

  it('is no repair where only its form is another, and stays as it is where nothing was settled', () => {
    const forli = blankOf('nato a', [word('FORLi', 100, 180)]);
    expect(settleByHand([forli], settleAs('FORLÌ'))[0]?.byHand).toMatchObject({ read: null, isRight: true });
    const [same] = settleByHand([forli], settleAs('FORLi', { isRight: null, label: 'nata a' }));
    expect(same?.words).toBe(forli.words);
    expect(same?.byHand).toEqual({ read: null, isRight: null, label: 'nata a' });
  });
});
