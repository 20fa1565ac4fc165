import { describe, expect, it } from 'vitest';
import type { CharacterClassifier } from '../../../../../ocr/read/engines/characters.ts';
import { findCombs } from '../../../../../ocr/read/whole/combs/find-combs.ts';
import { type CombCode, readCombs } from '../../../../../ocr/read/whole/combs/read-combs.ts';
import { type RuledPage, ruledPage } from '../../../../fixtures/read/ruled-page.ts';

const alphabet = ['', ...'0123456789ABCDOS'];

describe('a comb of a page that no layout describes', () => {
  it('is one word of what stands in its cells, as sure as its least sure character', async () => {
    const [comb] = await read(combPage('ABCDAB'), reads('A', 'B', 'C', 'D>O', 'A', 'B'));
    expect(comb?.words.map(({ text }) => text)).toEqual(['ABCDAB']);
    const [word] = comb?.words ?? [];
    expect(word?.confidence).toBeLessThan(0.95);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = word?.box ?? [];
    expect(x0).toBeGreaterThanOrEqual(110);
    expect(x1).toBeLessThanOrEqual(400);
    expect(y0).toBeGreaterThanOrEqual(100);
    expect(y1).toBeLessThanOrEqual(170);
  });

  it('gives no word where it is empty, and the networks are not asked', async () => {
    const classifier = reads();
    expect((await read(combPage('      '), classifier)).map(({ words }) => words)).toEqual([[]]);
    expect(classifier.asked).toBe(0);
  });

  it('has words that blank cells part', async () => {
    const [comb] = await read(combPage('AB CD '), reads('A', 'B', 'C', 'D'));
    expect(comb?.words.map(({ text }) => text)).toEqual(['AB', 'CD']);
  });

  it('is one word over the groups of a date', async () => {
    const page = ruledPage();
    for (const [left, cells] of [
      [10, 2],
      [23, 2],
      [36, 4],
    ] as const) {
      page.cells(left, 10, [5, 7], cells);
      for (let cell = 0; cell < cells; cell += 1) writeGlyph(page, left + 5 * cell);
    }
    const [comb] = await read(page, reads('0', '3', '1', '9'));
    expect(comb?.words.map(({ text }) => text)).toEqual(['03030319']);
  });

  it('holds digits alone where all may be digits and most are', async () => {
    const [number] = await read(combPage('ABCDAB'), reads('O>0', '3', '1', '0', 'S>5', '8'));
    expect(number?.words.map(({ text }) => text)).toEqual(['031058']);
    const [mixed] = await read(combPage('ABCDAB'), reads('O>0', '3', 'A', '0', 'S>5', '8'));
    expect(mixed?.words.map(({ text }) => text)).toEqual(['O3A0S8']);
  });

  it('holds the characters of a code of its length, and what the code makes of them', async () => {
    const code: CombCode = {
      pattern: '^[A-D]{2}[0-9]{4}$',
      settle: (characters) =>
        characters.map((character, at) => (at === 5 ? { text: '9', confidence: 0.5 } : character)),
    };
    const [comb] = await read(combPage('ABCDAB'), reads('A', 'B', 'O>0', '3', 'S>5', '8'), [code]);
    expect(comb?.words.map(({ text, confidence }) => [text, confidence])).toEqual([['AB0359', 0.5]]);
  });

  it('is left to the readers of text where no single letters stand in the cells', async () => {
    expect(await read(combPage('ABCDAB'), reads('none', 'none', 'none', 'none', 'none', 'none'))).toEqual([]);
  });
});

/** A comb of as many cells as the text has characters; each but a blank is inked. */
function combPage(text: string): RuledPage {
  const page = ruledPage();
  page.cells(10, 10, [5, 7], text.length);
  [...text].forEach((character, cell) => {
    if (character !== ' ') writeGlyph(page, 10 + 5 * cell);
  });
  return page;
}

function writeGlyph(page: RuledPage, left: number): void {
  page.fill(left + 1.5, 12, 0.5, 3.5);
  page.fill(left + 1.5, 12, 2, 0.5);
}

function read({ page }: RuledPage, classifier: CharacterClassifier, codes: readonly CombCode[] = []) {
  const readers = { classifier };
  return readCombs(page, findCombs(page.image, page.dpi), async () => ({ byHand: readers, byMachine: readers, codes }));
}

/** Reads in each of its calls these characters, each one or several of falling likelihood, or ink that is none. */
function reads(...glyphs: string[]): CharacterClassifier & { readonly asked: number } {
  let asked = 0;
  return {
    name: 'fake',
    alphabet,
    get asked() {
      return asked;
    },
    async classify(squares) {
      asked += 1;
      return squares.map((_, index) => {
        const ranking = glyphs[index] === 'none' ? [''] : (glyphs[index] ?? '').split('>');
        return Float32Array.from(alphabet, (character) => -2 * (ranking.indexOf(character) + 1 || 6));
      });
    },
    release: async () => undefined,
  };
}
