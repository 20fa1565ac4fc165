import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../../ocr/model/page.ts';
import type { LineReader } from '../../../../ocr/read/engines/engine.ts';
import { readBox } from '../../../../ocr/read/scattered/read-box.ts';
import { lineReading, readerOf } from '../../../fixtures/read/line-reading.ts';

describe('the print in a box of a noisy page', () => {
  it('is what the first two readers read alike; nobody else is asked', async () => {
    const asked = { near: 0, careful: 0 };
    const lines = await read({ quick: 'Date', other: 'Date', near: 'Dale', careful: 'Dale' }, asked);
    expect(lines.map(({ text }) => text)).toEqual(['Date']);
    expect(asked).toEqual({ near: 0, careful: 0 });
  });

  it('is chosen from what all read, with its rules and without, where those differ', async () => {
    const asked = { near: 0, careful: 0 };
    const lines = await read({ quick: 'Dalc', other: 'Date', near: 'Date', careful: 'Date' }, asked);
    expect(lines.map(({ text }) => text)).toEqual(['Date']);
    expect(asked).toEqual({ near: 2, careful: 2 });
  });

  it('stands where it stands on the page', async () => {
    const [line] = await read({ quick: 'Date', other: 'Date', near: '', careful: '' });
    expect(line?.characterBoxes[0]?.slice(0, 2)).toEqual([93, 93]);
  });
});

async function read(texts: Record<'quick' | 'other' | 'near' | 'careful', string>, asked = { near: 0, careful: 0 }) {
  const counting = (name: 'near' | 'careful'): LineReader => {
    const reader = readerOf(lineReading(texts[name], 0.9));
    return {
      ...reader,
      readLine: (crop, options) => {
        asked[name] += 1;
        return reader.readLine(crop, options);
      },
    };
  };
  const readers = {
    quick: async () => readerOf(lineReading(texts.quick, 0.9)),
    other: async () => readerOf(lineReading(texts.other, 0.9)),
    near: async () => counting('near'),
    careful: async () => counting('careful'),
  };
  const words = async () => ({ knows: (word: string) => word.toLowerCase() === 'date' });
  return readBox({ image: page(), dpi: 300, capitalHeightPx: 30, box: [95, 95, 205, 135] }, { readers, words });
}

/** Four upright strokes. */
function page(): GreyImage {
  const [widthPx, heightPx] = [300, 200];
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (let y = 100; y < 130; y += 1)
    for (let x = 100; x < 200; x += 25) data.fill(0, y * widthPx + x, y * widthPx + x + 8);
  return { data, widthPx, heightPx };
}
