import { describe, expect, it } from 'vitest';
import { type Box, identityAffine } from '../../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../../ocr/model/page.ts';
import type { LineReading, TextEngine } from '../../../../ocr/read/engines/engine.ts';
import type { PageCopy } from '../../../../ocr/read/whole/page-copy.ts';
import { readByParts } from '../../../../ocr/read/whole/read-by-parts.ts';

const scale = 0.5;
const rowPx = 40;
const word: Box = [40, 0, 100, 16];

const image = (widthPx: number, heightPx: number): GreyImage => ({
  data: new Uint8Array(widthPx * heightPx).fill(255),
  widthPx,
  heightPx,
});

const copy: PageCopy = {
  full: { image: image(800, 1600), dpi: 300 },
  small: {
    image: image(400, 800),
    dpi: 150,
    steps: [],
    toCaptured: identityAffine,
    rotationDeg: 0,
    skewDeg: 0,
    blank: false,
  },
  scale,
};

/** Lines of one word each, one below the other. */
const linesOf = (count: number) =>
  Array.from({ length: count }, (_, row) => ({
    words: [[word[0], word[1] + row * rowPx, word[2], word[3] + row * rowPx] as Box],
    paragraph: row,
  }));

function reading(text: string, confidence: number, engine: string): LineReading {
  const characters = [...text].map((character) => ({ text: character, confidence }));
  const characterBoxes = characters.map((_, place): Box => [8 + place * 10, 8, 18 + place * 10, 24]);
  return { text, confidence, characters, characterBoxes, box: [8, 8, 18, 24], engine };
}

/** Readers of which the network is so sure of one line after the other, in the order that it is asked. */
function readers(confidences: readonly number[], text = 'Rossi') {
  const asked = { network: 0, engine: 0 };
  const engine: TextEngine = {
    readPage: (_, { arrangement }) => {
      if (arrangement !== 'line') throw new Error('the page is read by parts');
      asked.engine += 1;
      const box: Box = [8, 8, 78, 24];
      return [{ words: [{ text: 'Bianchi', confidence: 0.8, box }], box, paragraph: 0 }];
    },
    layOut: () => {
      throw new Error('the page is laid out already');
    },
    readLine: () => {
      throw new Error('of a line the engine does not tell how sure it is of words');
    },
    close: () => undefined,
  };
  const network = async () => ({
    readLine: async () => reading(text, confidences[asked.network++] ?? 1, 'lines/1'),
    canWrite: () => true,
    close: async () => undefined,
  });
  return { asked, engine, network, words: async () => ({ knows: () => false }) };
}

const textsOf = (lines: Awaited<ReturnType<typeof readByParts>>) =>
  lines?.map(({ words }) => words.map(({ text }) => text).join(' '));

describe('a page read by its parts', () => {
  it('has from the engine what the network is not sure of alone', async () => {
    const tools = readers([1, 0.5, 1]);
    expect(textsOf(await readByParts(copy, linesOf(3), tools))).toEqual(['Rossi', 'Bianchi', 'Rossi']);
    expect(tools.asked).toEqual({ network: 3, engine: 1 });
  });

  it('is given back after a sample where the network is sure of little', async () => {
    const tools = readers([0.5, 0.5, 0.5]);
    expect(await readByParts(copy, linesOf(16), tools)).toBeNull();
    expect(tools.asked).toEqual({ network: 3, engine: 0 });
  });

  it('tells words where they were found, in pixels of the smaller image', async () => {
    const [line] = (await readByParts(copy, linesOf(1), readers([1]))) ?? [];
    expect(line).toEqual({ words: [{ text: 'Rossi', confidence: 1, box: word }], box: word, paragraph: 0 });
  });

  it('tells two words that were found as one by their letters across, as high as that one', async () => {
    const [line] = (await readByParts(copy, linesOf(1), readers([1], 'Via Po'))) ?? [];
    // The crop begins two pixels before the word and four of white before that, in pixels of the page.
    expect(line?.words.map(({ text, box }) => [text, ...box])).toEqual([
      ['Via', 41, 0, 56, 16],
      ['Po', 61, 0, 71, 16],
    ]);
  });

  it('tells what the engine read where it stands on the page', async () => {
    const [, line] = (await readByParts(copy, linesOf(2), readers([1, 0.5]))) ?? [];
    expect(line?.words[0]).toMatchObject({ text: 'Bianchi', confidence: 0.8, box: [39, rowPx - 1, 109, rowPx + 15] });
  });

  it('has no line where only dust was found', async () => {
    const dust = [{ words: [[10, 10, 13, 13] as Box], paragraph: 0 }, ...linesOf(1)];
    expect(textsOf(await readByParts(copy, dust, readers([1])))).toEqual(['Rossi']);
  });
});
