import { describe, expect, it } from 'vitest';
import { readComb } from '../../../../ocr/read/combs/read-comb.ts';
import type { CharacterClassifier } from '../../../../ocr/read/engines/characters.ts';
import { type FilledForm, fillForm } from '../../../fixtures/filled-form.ts';
import { lineReading, readerOf } from '../../../fixtures/read/line-reading.ts';

const rectMm = { x: 10, y: 10, width: 40, height: 7 };
const alphabet = ['', ...'0123456789ABCLOSX'];

describe('a comb', () => {
  it('gives one character per cell with ink and a blank for a cell without', async () => {
    const form = combForm();
    for (const cell of [0, 1, 3]) writeGlyph(form, cell);
    const { lines } = await readComb(form.view, rectMm, options(), { classifier: classifierThatReads('A', 'B', 'C') });
    expect(textOf(lines)).toBe('AB C');
  });

  it('without writing is surely empty, and the network is not asked', async () => {
    const classifier = classifierThatReads();
    const comb = await readComb(combForm().view, rectMm, options(), { classifier });
    expect(comb).toMatchObject({ lines: [], confidence: 1 });
    expect(classifier.calls).toBe(0);
  });

  it('is empty where but a grain of dust lies in a cell', async () => {
    const form = combForm();
    form.write(22, 13, 0.7, 0.6);
    const classifier = classifierThatReads('8');
    const comb = await readComb(form.view, rectMm, options(), { classifier });
    expect(comb).toMatchObject({ lines: [], confidence: 1 });
    expect(classifier.calls).toBe(0);
  });

  it('asks the network once for all its cells', async () => {
    const form = combForm();
    for (const cell of [0, 1, 2]) writeGlyph(form, cell);
    const classifier = classifierThatReads('A', 'B', 'C');
    await readComb(form.view, rectMm, options(), { classifier });
    expect(classifier.calls).toBe(1);
  });

  it('places each character in its cell', async () => {
    const form = combForm();
    writeGlyph(form, 2);
    const { lines } = await readComb(form.view, rectMm, options(), { classifier: classifierThatReads('X') });
    const box = lines[0]?.[2]?.box;
    expect(box?.[0]).toBeGreaterThanOrEqual(200);
    expect(box?.[2]).toBeLessThanOrEqual(250);
  });

  it('takes the likeliest character that its cell allows', async () => {
    const form = combForm();
    for (const cell of [0, 1]) writeGlyph(form, cell);
    const { lines } = await readComb(form.view, rectMm, options('0123456789'), {
      classifier: classifierThatReads('1', 'O>0'),
    });
    expect(textOf(lines)).toBe('10');
  });

  it('expects a digit where letters are exceptions', async () => {
    const form = combForm();
    for (const cell of [0, 1]) writeGlyph(form, cell);
    const classifier = classifierThatReads('S>5', 'L');
    const { lines } = await readComb(form.view, rectMm, options('0123456789LS'), { classifier });
    expect(textOf(lines)).toBe('5L');
  });

  it('tells what else a character may be, likeliest first', async () => {
    const form = combForm();
    writeGlyph(form, 0);
    const { lines } = await readComb(form.view, rectMm, options(), { classifier: classifierThatReads('O>0>C') });
    const [character] = lines[0] ?? [];
    expect(character?.text).toBe('O');
    expect(character?.alternatives?.slice(0, 2).map(({ text }) => text)).toEqual(['0', 'C']);
    const shares = character?.alternatives?.map(({ probability }) => probability) ?? [];
    expect(shares.reduce((sum, share) => sum + share, character?.confidence ?? 0)).toBeCloseTo(1, 1);
  });

  it('says that ink is there where no character can be made of it', async () => {
    const form = combForm();
    writeGlyph(form, 0);
    const comb = await readComb(form.view, rectMm, options(), { classifier: classifierThatReads('none') });
    expect(textOf(comb.lines)).toBe('?');
    expect(comb.confidence).toBe(0);
  });

  it('is given to a second reader as a line where the network doubts, and its word counts', async () => {
    const form = combForm();
    for (const cell of [0, 1]) writeGlyph(form, cell);
    const reader = readerOf(lineReading('10', 0.97));
    const comb = await readComb(form.view, rectMm, options('0123456789'), {
      classifier: classifierThatReads('1', '2>0'),
      others: [async () => reader],
    });
    expect(textOf(comb.lines)).toBe('10');
    expect(comb.opinions?.map(({ text }) => text)).toEqual(['12', '10']);
    expect(reader.asked).toBe(1);
  });

  it('keeps what the network saw where the second reader finds another number of letters', async () => {
    const form = combForm();
    for (const cell of [0, 1]) writeGlyph(form, cell);
    const comb = await readComb(form.view, rectMm, options('0123456789'), {
      classifier: classifierThatReads('1', '2>0'),
      others: [async () => readerOf(lineReading('100', 0.97))],
    });
    expect(textOf(comb.lines)).toBe('12');
    expect(comb.opinions).toHaveLength(2);
  });

  it('leaves specks out of its letters', async () => {
    const form = combForm();
    writeGlyph(form, 0);
    form.write(12.5, 15.7, 0.2, 0.1);
    const { lines } = await readComb(form.view, rectMm, options(), { classifier: classifierThatReads('A') });
    expect(lines[0]?.[0]?.box[3]).toBeLessThanOrEqual(152);
  });

  it('parts letters that touch across the wall between their cells', async () => {
    const form = combForm();
    for (const cell of [0, 1]) writeGlyph(form, cell);
    form.write(12, 13, 5, 0.3);
    const { lines } = await readComb(form.view, rectMm, options(), { classifier: classifierThatReads('A', 'B') });
    expect(textOf(lines)).toBe('AB');
  });
});

function options(charset = '') {
  return { cells: 8, charsets: Array.from({ length: 8 }, () => charset) };
}

/** Eight cells of 5 mm with walls and a foot. */
function combForm(): FilledForm {
  const form = fillForm();
  form.print(10, 16.8, 40, 0.2);
  for (let wall = 0; wall <= 8; wall += 1) form.print(10 + wall * 5, 10, 0.2, 7);
  return form;
}

function writeGlyph(form: FilledForm, cell: number): void {
  form.write(11.5 + cell * 5, 11, 0.5, 4);
  form.write(11.5 + cell * 5, 11, 2, 0.5);
}

function textOf(lines: readonly (readonly { text: string }[])[]): string {
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
}

/** Answers glyph by glyph: `none`, or characters from the likeliest on, each a third as likely as the one before. */
function classifierThatReads(...glyphs: string[]): CharacterClassifier & { readonly calls: number } {
  let calls = 0;
  return {
    name: 'fake',
    alphabet,
    get calls() {
      return calls;
    },
    async classify(squares) {
      calls += 1;
      return squares.map((_, index) => {
        const ranking = glyphs[index] === 'none' ? [''] : (glyphs[index] ?? '').split('>');
        const scoreOf = (character: string) => -Math.log(3) * (ranking.indexOf(character) + 1 || 12);
        return Float32Array.from(alphabet, scoreOf);
      });
    },
    release: async () => undefined,
  };
}
