import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../../ocr/model/page.ts';
import type { LineReader } from '../../../../ocr/read/engines/engine.ts';
import { type PlainTextOptions, readPlainText } from '../../../../ocr/read/text/read-text.ts';
import { type FilledForm, fillForm } from '../../../fixtures/filled-form.ts';

const rectMm = { x: 5, y: 5, width: 50, height: 20 };
const lines = 2;

describe('a zone of several lines', () => {
  it('is given to the engine line by line', async () => {
    const form = fillForm();
    writeLetters(form, 8);
    writeLetters(form, 18);
    const engine = engineThatNotes();
    expect((await readPlainText(form.view, rectMm, { lines, checked: true, others: [] }, engine)).lines).toHaveLength(
      2,
    );
    expect(engine.crops).toHaveLength(2);
  });

  it('is read row by row where the rows stand closer than its lines', async () => {
    const form = fillForm();
    writeLetters(form, 6);
    writeLetters(form, 11);
    const engine = engineThatNotes();
    const text = await readPlainText(
      form.view,
      { ...rectMm, height: 24 },
      { lines, checked: true, others: [] },
      engine,
    );
    expect(text.lines).toHaveLength(2);
    expect(text.confidence).toBe(1);
    expect(engine.crops.map(({ heightPx }) => heightPx < 6 * form.view.pxPerMm)).toEqual([true, true]);
  });

  it("keeps a mark above a letter in the letter's row", async () => {
    const form = fillForm();
    writeLetters(form, 8);
    form.write(12, 6.2, 0.6, 1.2);
    const engine = engineThatNotes();
    const text = await readPlainText(form.view, rectMm, { lines, checked: true, others: [] }, engine);
    expect(text.lines).toHaveLength(1);
  });

  it('leaves out lines on which only the remains of a rule lie', async () => {
    const form = fillForm();
    writeLetters(form, 8);
    for (let rest = 0; rest < 6; rest += 1) form.write(8 + rest * 7, 20, 3, 0.4);
    const engine = engineThatNotes();
    const text = await readPlainText(form.view, rectMm, { lines, checked: true, others: [] }, engine);
    expect(text.lines).toHaveLength(1);
    expect(text.regularity.letters).toBe(10);
    expect(engine.crops).toHaveLength(1);
  });

  it('is empty where no line has letters', async () => {
    const form = fillForm();
    form.write(8, 20, 10, 0.4);
    expect(
      await readPlainText(form.view, rectMm, { lines, checked: true, others: [] }, engineThatNotes()),
    ).toMatchObject({
      lines: [],
      confidence: 1,
    });
  });
});

describe('a zone of one line', () => {
  it('takes nothing of what stands in another zone behind a blank', async () => {
    const form = fillForm();
    const left = { x: 5, y: 5, width: 22, height: 10 };
    writeLetters(form, 8);
    const right = { kind: 'text', rectMm: { x: 27.5, y: 5, width: 30, height: 10 } } as const;
    const read = async (others: PlainTextOptions['others']) => {
      const engine = engineThatNotes();
      await readPlainText(form.view, left, { lines: 1, checked: true, others }, engine);
      return engine.crops[0]?.widthPx ?? 0;
    };
    expect(await read([right])).toBeLessThan(await read([]));
  });

  it('that holds several is read row by row, and what is taken is in doubt', async () => {
    const form = fillForm();
    writeLetters(form, 8);
    writeLetters(form, 18);
    const engine = engineThatNotes();
    const text = await readPlainText(form.view, rectMm, { lines: 1, checked: true, others: [] }, engine);
    expect(engine.crops).toHaveLength(2);
    expect(text.lines).toHaveLength(1);
    expect(text.confidence).toBe(0.5);
    expect(text.lines[0]?.map(({ confidence }) => confidence)).toEqual([0.5]);
  });

  it('is read once more without a word that was struck out, and nothing remains of it alone', async () => {
    const form = fillForm();
    for (let letter = 0; letter < 6; letter += 1) form.write(8 + letter * 1.5, 8, 0.5, 3);
    form.write(7.5, 9.4, 9.5, 0.4);
    for (let letter = 0; letter < 4; letter += 1) form.write(22 + letter * 1.5, 8, 0.5, 3);
    const engine = engineThatNotes();
    const text = await readPlainText(form.view, rectMm, { lines: 1, checked: true, others: [] }, engine);
    const traces = text.traces?.() ?? [];
    const struck = traces.filter(({ line }) => (line()?.lengthMm ?? 0) > 5).map(({ piece }) => piece);
    const rest = await text.readRest?.(struck);
    expect(rest?.lines).toHaveLength(1);
    const [all = 0, left = 0] = engine.crops.map(({ widthPx }) => widthPx);
    expect(left).toBeLessThan(all / 2);
    expect(await text.readRest?.(traces.map(({ piece }) => piece))).toBeNull();
  });

  it('says by a dash alone that it is empty, and no reader is asked', async () => {
    const form = fillForm();
    form.write(12, 10, 20, 0.5);
    const engine = engineThatNotes();
    const text = await readPlainText(form.view, rectMm, { lines: 1, checked: true, others: [] }, engine);
    expect(text).toMatchObject({ lines: [], confidence: 1, loneStrokes: 'dash' });
    expect(engine.crops).toHaveLength(0);
  });

  it('is empty where nothing but a few specks lie, however large, and no reader is asked', async () => {
    const form = fillForm();
    form.write(20, 12, 0.6, 0.6);
    form.write(40, 16, 0.6, 0.5);
    const engine = engineThatNotes();
    expect((await readPlainText(form.view, rectMm, { lines: 1, checked: true, others: [] }, engine)).lines).toEqual([]);
    expect(engine.crops).toHaveLength(0);
  });

  it('is read where a thin stroke stands, or pieces of broken letters stand together', async () => {
    const [one, broken] = [fillForm(), fillForm()];
    one.write(30, 10, 0.3, 2.2);
    for (let piece = 0; piece < 6; piece += 1) broken.write(30 + piece * 0.9, 10 + (piece % 2) * 0.9, 0.5, 0.5);
    for (const { view } of [one, broken]) {
      const engine = engineThatNotes();
      await readPlainText(view, rectMm, { lines: 1, checked: true, others: [] }, engine);
      expect(engine.crops).toHaveLength(1);
    }
  });

  it('is read where but a faint rest of a character stands', async () => {
    const form = fillForm();
    const { data, widthPx } = form.view.page.image;
    for (let y = 120; y < 127; y += 1) data.fill(205, y * widthPx + 80, y * widthPx + 88);
    const engine = engineThatNotes();
    await readPlainText(form.view, rectMm, { lines: 1, checked: true, others: [] }, engine);
    expect(engine.crops).toHaveLength(1);
  });

  it('is empty where dust lies, black and scattered, at its beginning too', async () => {
    const form = fillForm();
    for (const [index, x] of [6.5, 14, 21, 33, 47].entries()) form.write(x, 8 + (index % 3), 0.8, 0.6);
    const engine = engineThatNotes();
    const text = await readPlainText(form.view, rectMm, { lines: 1, checked: true, others: [] }, engine);
    expect(text).toMatchObject({ lines: [], confidence: 1 });
    expect(engine.crops).toHaveLength(0);
  });

  it('is one line though a stroke runs from above it to below it', async () => {
    const form = fillForm();
    writeLetters(form, 12);
    form.write(50, 6, 0.5, 15);
    const engine = engineThatNotes();
    expect(await readPlainText(form.view, rectMm, { lines: 1, checked: true, others: [] }, engine)).toMatchObject({
      confidence: 1,
    });
    expect(engine.crops).toHaveLength(1);
  });

  it('is one line though dust as high as a low letter lies below it', async () => {
    const form = fillForm();
    writeLetters(form, 8);
    form.write(30, 12, 0.6, 0.9);
    const engine = engineThatNotes();
    const text = await readPlainText(form.view, rectMm, { lines: 1, checked: true, others: [] }, engine);
    expect(text.confidence).toBe(1);
    expect(engine.crops).toHaveLength(1);
  });

  it('is one line where letters stand a little higher or lower', async () => {
    const form = fillForm();
    for (let letter = 0; letter < 10; letter += 1) form.write(8 + letter * 4, 10 + 2 * (letter % 2), 0.5, 3);
    const engine = engineThatNotes();
    expect(await readPlainText(form.view, rectMm, { lines: 1, checked: true, others: [] }, engine)).toMatchObject({
      confidence: 1,
    });
  });
});

function writeLetters(form: FilledForm, y: number): void {
  for (let letter = 0; letter < 10; letter += 1) form.write(8 + letter * 4, y, 0.5, 3);
}

function engineThatNotes(): LineReader & { readonly crops: readonly GreyImage[] } {
  const crops: GreyImage[] = [];
  return {
    crops,
    async readLine(crop) {
      crops.push(crop);
      const box = [0, 0, crop.widthPx, crop.heightPx] as const;
      return {
        text: 'A',
        confidence: 1,
        characters: [{ text: 'A', confidence: 1 }],
        characterBoxes: [[...box]],
        box: [...box],
        engine: 'notes',
      };
    },
    canWrite: () => true,
    close: async () => undefined,
  };
}
