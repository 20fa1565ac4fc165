import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../../ocr/model/page.ts';
import type { Word } from '../../../../ocr/model/reading.ts';
import type { LineReading } from '../../../../ocr/read/engines/engine.ts';
import { readAgain } from '../../../../ocr/read/scattered/second-look.ts';
import { lineReading, readerOf } from '../../../fixtures/read/line-reading.ts';

describe('the second look at a noisy page', () => {
  it('leaves alone what both readers see', async () => {
    const words = [word('Surname', 0.96, 10), word('Rossi', 0.95, 90)];
    expect(await look(words, lineReading('Surname Rossi', 0.97))).toEqual(['Surname Rossi']);
  });

  it('keeps a doubtful word that the second reader confirms', async () => {
    const words = [word('Surname', 0.96, 10), word('Date', 0.5, 90)];
    expect(await look(words, lineReading('Surname Date', 0.9))).toEqual(['Surname Date']);
  });

  it('drops one that it does not', async () => {
    const words = [word('Surname', 0.96, 10), word('eee', 0.2, 90)];
    expect(await look(words, lineReading('Surname', 0.9))).toEqual(['Surname']);
  });

  it('takes from the second reader only the word that the first misread', async () => {
    const words = [word('Finel', 0.96, 10), word('Lengtn', 0.7, 80)];
    expect(await look(words, lineReading('Fimel Length', 0.9))).toEqual(['Finel Length']);
  });

  it('reads lines that the first engine overlooked, if surely', async () => {
    expect(await look([], lineReading('Date', 0.97))).toEqual(['Date']);
    expect(await look([], lineReading('#~', 0.4))).toEqual([]);
  });

  it('asks all readers about a line of which the second reads other letters', async () => {
    const words = [word('Lengtn', 0.7, 20)];
    const others = lineReading('Length', 0.9);
    expect(await look(words, lineReading('Lcngth', 0.9), { image: inked, others })).toEqual(['Length']);
    expect(await look(words, lineReading('Lengtn', 0.9), { image: inked, others })).toEqual(['Lengtn']);
  });

  it('drops doubtful words outside all lines, and keeps trusted ones', async () => {
    const far: Box = [20, 700, 140, 730];
    const words = [
      { ...word('~~', 0.2, 0), box: far },
      { ...word('Signature', 0.96, 0), box: far },
    ];
    expect(await look(words, lineReading('', 0))).toEqual(['Signature']);
  });

  it('takes the remains of rules off the ends of words', async () => {
    const words = [word('__', 0.97, 10), word('_Report_', 0.97, 90)];
    expect(await look(words, lineReading('', 0))).toEqual(['Report']);
  });
});

const listed = new Set(['surname', 'date', 'length', 'signature', 'report']);

function word(text: string, confidence: number, left: number): Word {
  return { text, confidence, box: [left, 100, left + 10 * text.length, 130] };
}

const [widthPx, heightPx] = [800, 800];
const blank: GreyImage = { data: new Uint8Array(widthPx * heightPx).fill(255), widthPx, heightPx };
/** Six upright strokes where the line is found. */
const inked: GreyImage = {
  ...blank,
  data: blank.data.map((level, at) => {
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    return y >= 100 && y < 130 && x >= 20 && x < 80 && x % 10 < 4 ? 0 : level;
  }),
};

/** `others` is what the readers beside the second make of the line. */
async function look(
  words: readonly Word[],
  second: LineReading,
  { image = blank, others = second }: { image?: GreyImage; others?: LineReading } = {},
) {
  const finder = { findLines: async () => [[10, 90, 400, 140] satisfies Box], close: async () => undefined };
  const other = async () => readerOf(others);
  const lines = await readAgain({ image, dpi: 300, capitalHeightPx: 30 }, words, {
    finder: async () => finder,
    readers: { quick: other, other: async () => readerOf(second), near: other, careful: other },
    words: async () => ({ knows: (word) => listed.has(word.toLowerCase()) }),
  });
  return lines.map((line) => line.words.map(({ text }) => text).join(' '));
}
