import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import type { Word } from '../../../../ocr/model/reading.ts';
import type { LineReading } from '../../../../ocr/read/engines/engine.ts';
import { readAgain } from '../../../../ocr/read/scattered/second-look.ts';
import { lineReading, readerOf } from '../../../fixtures/read/line-reading.ts';

describe('the second look at a noisy page', () => {
  it('leaves alone what is trusted', async () => {
    const { texts, asked } = await look([word('Surname', 0.96, 20), word('Rossi', 0.95, 160)], lineReading('x', 1));
    expect(texts).toEqual(['Surname Rossi']);
    expect(asked).toBe(0);
  });

  it('keeps a doubtful word that the second reader confirms', async () => {
    const { texts } = await look(
      [word('Surname', 0.96, 20), word('R9ssi', 0.3, 160)],
      lineReading('SurnameR9ssi', 0.6),
    );
    expect(texts).toEqual(['Surname R9ssi']);
  });

  it('drops one that it does not', async () => {
    const { texts } = await look([word('Surname', 0.96, 20), word('eee', 0.2, 160)], lineReading('Surname', 0.7));
    expect(texts).toEqual(['Surname']);
  });

  it('takes the line of a second reader that is sure instead', async () => {
    const { texts } = await look(
      [word('Surname', 0.96, 20), word('Rnssi', 0.3, 160)],
      lineReading('Surname Rossi', 0.95),
    );
    expect(texts).toEqual(['Surname Rossi']);
  });

  it('reads lines that the first engine overlooked, if surely', async () => {
    expect((await look([], lineReading('Rossi', 0.95))).texts).toEqual(['Rossi']);
    expect((await look([], lineReading('Rossi', 0.6))).texts).toEqual([]);
  });

  it('drops doubtful words outside all lines, and keeps trusted ones', async () => {
    const far: Box = [20, 700, 140, 730];
    const words = [
      { ...word('~~', 0.2, 0), box: far },
      { ...word('Signature', 0.96, 0), box: far },
    ];
    expect((await look(words, lineReading('', 0))).texts).toEqual(['Signature']);
  });

  it('takes the remains of rules off the ends of words', async () => {
    expect((await look([word('__', 0.97, 20), word('_Rossi_', 0.97, 160)], lineReading('', 0))).texts).toEqual([
      'Rossi',
    ]);
  });
});

function word(text: string, confidence: number, left: number): Word {
  return { text, confidence, box: [left, 100, left + 20 * text.length, 130] };
}

async function look(words: readonly Word[], second: LineReading) {
  const reader = readerOf(second);
  const image = { data: new Uint8Array(800 * 800).fill(255), widthPx: 800, heightPx: 800 };
  const finder = { findLines: async () => [[10, 90, 400, 140] satisfies Box], close: async () => undefined };
  const lines = await readAgain({ image, dpi: 300, capitalHeightPx: 30 }, words, {
    finder: async () => finder,
    reader: async () => reader,
  });
  return { texts: lines.map((line) => line.words.map(({ text }) => text).join(' ')), asked: reader.asked };
}
