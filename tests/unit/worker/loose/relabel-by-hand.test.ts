import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import type { PreparedPage } from '../../../../ocr/model/page.ts';
import type { Word } from '../../../../ocr/model/reading.ts';
import type { PageReaders } from '../../../../ocr/read/whole/full-page.ts';
import { relabelByHand } from '../../../../ocr/worker/loose/relabel-by-hand.ts';
import { line } from '../../../fixtures/extract/laid-words.ts';

const image = { data: new Uint8Array(1700 * 300).fill(255), widthPx: 1700, heightPx: 300 };
const page: PreparedPage = {
  ...{ image, dpi: 200, steps: [], toCaptured: [1, 0, 0, 1, 0, 0] },
  ...{ rotationDeg: 0, skewDeg: 0, blank: false },
};
const rule = (y: number, from: number, to: number): Box => [from, y + 32, to, y + 34];
const across = [rule(100, 400, 880), rule(100, 1030, 1600), rule(180, 350, 880), rule(180, 980, 1600)];
const print = [
  ...line(100, [100, 'Il sottoscritto'], [900, 'nato a']),
  ...line(180, [100, 'residente in'], [900, 'via']),
];
const values = [...line(100, [420, 'Mario Rossi'], [1060, 'Lodi']), ...line(180, [380, 'Milano'], [1000, 'Verdi'])];

const unasked = () => {
  throw new Error('nothing was found to read');
};

/** A page with these words, relabelled, and how often it was read for that. */
async function relabelled(words: readonly Word[], rules: readonly Box[] = across) {
  let times = 0;
  const layOut = () => {
    times += 1;
    return { lines: [], read: () => [{ words: print, box: [0, 0, 1, 1] as Box, paragraph: 0 }] };
  };
  const readers: PageReaders = {
    ...{ network: unasked, words: unasked, combs: unasked },
    engine: { layOut, readPage: unasked, readLine: unasked, close: unasked },
    look: {
      ...{ finder: unasked, words: unasked },
      readers: { quick: unasked, other: unasked, near: unasked, careful: unasked },
    },
  };
  const level = { words, widthPx: image.widthPx, heightPx: image.heightPx, toCaptured: page.toCaptured };
  const text = { text: '', words: [], level, lines: [], confidence: 1 };
  const found = await relabelByHand({ page, dotless: page, text, leaders: [] }, { across: rules, down: [] }, readers);
  return { times, labels: found?.blanks.map(({ label }) => label.map((word) => word.text).join(' ')) ?? null };
}

const byHand = values.map((word) => ({ ...word, confidence: 0.4 }));

describe('the print of a page without a layout', () => {
  it('is read again where a hand seems to have filled in its blanks, for their labels', async () => {
    const misread = print.map((word) => ({ ...word, text: `${word.text}j`, confidence: 0.6 }));
    expect(await relabelled([...misread, ...byHand])).toEqual({
      times: 1,
      labels: ['Il sottoscritto', 'nato a', 'residente in', 'via'],
    });
  });

  it('is not where a machine did', async () => {
    expect(await relabelled([...print, ...values])).toEqual({ times: 0, labels: null });
  });

  it('is not where it has no rules to write on, or hardly a label before one', async () => {
    const empty = Array.from({ length: 12 }, (_, at) => rule(500 + 60 * at, 100, 1600));
    expect(await relabelled([...print, ...byHand], [])).toEqual({ times: 0, labels: null });
    expect(await relabelled([...print, ...byHand], [...across, ...empty])).toEqual({ times: 0, labels: null });
  });
});
