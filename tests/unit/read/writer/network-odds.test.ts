import { describe, expect, it } from 'vitest';
import type { LineReader } from '../../../../ocr/read/engines/engine.ts';
import { createWriterJudge, oddsOfPage } from '../../../../ocr/read/writer/network-odds.ts';
import { lineReading } from '../../../fixtures/read/line-reading.ts';

const crop = { data: new Uint8Array(4).fill(255), widthPx: 2, heightPx: 2 };

function readerOf(text: string, confidence: number): () => Promise<LineReader> {
  const reader: LineReader = {
    readLine: async () => lineReading(text, confidence),
    canWrite: () => true,
    close: async () => undefined,
  };
  return async () => reader;
}

describe('the odds that a machine wrote a line', () => {
  it('are high where the network for print is the surer, low where that for hands is', async () => {
    const print = createWriterJudge(readerOf('Garibaldi', 0.95), readerOf('Garibaldi', 0.5));
    const hand = createWriterJudge(readerOf('Garibaldi', 0.5), readerOf('Garibaldi', 0.95));
    expect(await print(crop, 300)).toBeCloseTo(Math.log(19));
    expect(await hand(crop, 300)).toBeCloseTo(-Math.log(19));
  });

  it('stay within bounds where a network read nothing', async () => {
    const hand = createWriterJudge(readerOf('', 0), readerOf('Garibaldi', 1));
    expect(await hand(crop, 300)).toBeCloseTo(-2 * Math.log(999));
  });

  it('are unknown of a few letters', async () => {
    expect(await createWriterJudge(readerOf('1 2', 0.9), readerOf('12', 0.1))(crop, 300)).toBeNull();
  });
});

describe('the odds of a page', () => {
  it('are the mean of those of its lines', () => {
    expect(oddsOfPage([7, -2, 1])).toBe(2);
  });

  it('are unknown where few lines tell', () => {
    expect(oddsOfPage([9])).toBeNull();
    expect(oddsOfPage([2, 2])).toBeNull();
    expect(oddsOfPage([9, 0.5])).toBeNull();
  });

  it("are told by two lines where both are surely a machine's", () => {
    expect(oddsOfPage([4, 5])).toBe(4.5);
  });
});
