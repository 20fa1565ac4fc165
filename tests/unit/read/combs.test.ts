import { describe, expect, it } from 'vitest';
import type { Box } from '../../../ocr/model/geometry.ts';
import { readComb } from '../../../ocr/read/combs.ts';
import type { LineReading, TextEngine } from '../../../ocr/read/engines/engine.ts';
import { type FilledForm, fillForm } from '../../fixtures/filled-form.ts';

const rectMm = { x: 10, y: 10, width: 40, height: 7 };

describe('a comb', () => {
  it('gives one character per cell with ink and a blank for a cell without', async () => {
    const form = combForm();
    for (const cell of [0, 1, 3]) writeGlyph(form, cell);
    const { lines } = await readComb(form.view, rectMm, options(), engineThatReads('ABC'));
    expect(textOf(lines)).toBe('AB C');
  });

  it('without writing is surely empty, and the engine is not asked', async () => {
    const engine = engineThatReads('A');
    const comb = await readComb(combForm().view, rectMm, options(), engine);
    expect(comb).toMatchObject({ lines: [], confidence: 1 });
    expect(engine.calls).toBe(0);
  });

  it('places each character in its cell', async () => {
    const form = combForm();
    writeGlyph(form, 2);
    const { lines } = await readComb(form.view, rectMm, options(), engineThatReads('X'));
    const box = lines[0]?.[2]?.box;
    expect(box?.[0]).toBeGreaterThanOrEqual(200);
    expect(box?.[2]).toBeLessThanOrEqual(250);
  });

  it('reads a glyph again by itself where the line gives a character its cell cannot hold', async () => {
    const form = combForm();
    for (const cell of [0, 1]) writeGlyph(form, cell);
    const { lines } = await readComb(form.view, rectMm, options('0123456789'), engineThatReads('1O', '0'));
    expect(textOf(lines)).toBe('10');
  });

  it('keeps what the line gave, in doubt, where a glyph by itself gives nothing', async () => {
    const form = combForm();
    for (const cell of [0, 1]) writeGlyph(form, cell);
    const charsets = ['A', '0', ...Array.from({ length: 6 }, () => '')];
    const comb = await readComb(form.view, rectMm, { cells: 8, charsets }, engineThatReads('AO', ''));
    expect(textOf(comb.lines)).toBe('AO');
    expect(comb.confidence).toBeLessThanOrEqual(0.5);
  });

  it('says that ink is there where no character can be made of it', async () => {
    const form = combForm();
    writeGlyph(form, 0);
    const comb = await readComb(form.view, rectMm, options(), engineThatReads('', ''));
    expect(textOf(comb.lines)).toBe('?');
    expect(comb.confidence).toBe(0);
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

/** Reads every line as `line`, its characters evenly spread, and every single glyph as `glyph`, surely. */
function engineThatReads(line: string, glyph = ''): TextEngine & { readonly calls: number } {
  let calls = 0;
  return {
    get calls() {
      return calls;
    },
    readPage: () => [],
    readLine(crop, { shape }) {
      calls += 1;
      return shape === 'character' ? spread(glyph, crop.widthPx, 0.99) : spread(line, crop.widthPx, 0.9);
    },
    close: () => undefined,
  };
}

function spread(text: string, widthPx: number, confidence: number): LineReading {
  const step = widthPx / Math.max(1, text.length);
  const characterBoxes = Array.from(text, (_, index): Box => [index * step, 0, (index + 1) * step, 10]);
  const characters = Array.from(text, (character) => ({ text: character, confidence }));
  return { text, confidence, characters, characterBoxes, box: [0, 0, widthPx, 10], engine: 'fake' };
}
