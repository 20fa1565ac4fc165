import { describe, expect, it } from 'vitest';
import { createCascade } from '../../../../ocr/read/engines/cascade.ts';
import type { LineReader, LineReading } from '../../../../ocr/read/engines/engine.ts';
import { lineReading, readerOf } from '../../../fixtures/read/line-reading.ts';

const sureAlone = { checked: 0.93, unchecked: 0.99 };
const crop = { data: new Uint8Array(1), widthPx: 1, heightPx: 1 };

describe('a cascade of engines', () => {
  it('asks nobody else where the first is sure and rules will show the rest', async () => {
    const [first, second] = [readerOf(lineReading('ROSSI', 0.96)), readerOf(lineReading('R0SSI', 0.9))];
    const reading = await readWith(first, second);
    expect(reading).toMatchObject({ text: 'ROSSI', opinions: [{ engine: 'fake', text: 'ROSSI', confidence: 0.96 }] });
    expect(second.asked).toBe(0);
  });

  it('asks the second where the first doubts, and no third where they agree but for blanks', async () => {
    const third = readerOf(lineReading('', 0));
    const reading = await readWith(
      readerOf(lineReading('VIA PO', 0.6, { engine: 'one/fast' })),
      readerOf(lineReading('VIAPO', 0.9, { engine: 'another' }), ' '),
      third,
    );
    expect(reading.text).toBe('VIA PO');
    expect(reading.confidence).toBeGreaterThanOrEqual(0.6);
    expect(third.asked).toBe(0);
  });

  it('asks the second however sure the first is where no rule would show that it erred', async () => {
    const second = readerOf(lineReading('IL NOTAIO', 0.9));
    await readUnchecked(readerOf(lineReading('IL NOTATO', 0.96)), second);
    expect(second.asked).toBe(1);
  });

  it('asks nobody else where the first is as sure as it must be without rules, nor anybody alone that must not stand so', async () => {
    const [first, second] = [readerOf(lineReading('IL NOTAIO', 0.992)), readerOf(lineReading('IL NOTATO', 0.9))];
    await readUnchecked(first, second);
    expect(second.asked).toBe(0);
    const sources = [first, second].map((reader) => ({ open: async () => reader }));
    await createCascade(sources).readLine(crop, { dpi: 300, checked: true });
    expect(second.asked).toBe(1);
  });

  it('asks the third where the second alone has a blank', async () => {
    const third = readerOf(lineReading('LAURA', 0.9));
    const reading = await readWith(
      readerOf(lineReading('LAURA', 0.9, { engine: 'one/fast' })),
      readerOf(lineReading('LA URA', 0.91, { engine: 'another' }), ' '),
      third,
    );
    expect(reading.text).toBe('LAURA');
    expect(third.asked).toBe(1);
  });

  it('asks on until two of different kinds agree, and keeps all opinions', async () => {
    const last = readerOf(lineReading('28/D', 0.9));
    const reading = await readWith(
      readerOf(lineReading('28/0', 0.6, { engine: 'one/fast' })),
      readerOf(lineReading('28/C', 0.8, { engine: 'another' })),
      readerOf(lineReading('28/0', 0.7, { engine: 'one/best' })),
      readerOf(lineReading('28/C', 0.7, { engine: 'third' })),
      last,
    );
    expect(reading.text).toBe('28/C');
    expect(reading.opinions?.map(({ text }) => text)).toEqual(['28/0', '28/C', '28/0', '28/C']);
    expect(last.asked).toBe(0);
  });

  it('takes blanks from the engine that puts them dependably, though it was asked later', async () => {
    const third = readerOf(lineReading('', 0));
    const reading = await readUnchecked(
      readerOf(lineReading('VIAPO', 0.98, { engine: 'one' }), ' '),
      readerOf(lineReading('VIA PO', 0.8, { engine: 'another' })),
      third,
    );
    expect(reading.text).toBe('VIA PO');
    expect(reading.opinions?.map(({ engine }) => engine)).toEqual(['one', 'another']);
    expect(third.asked).toBe(0);
  });

  it('does not hear an engine that is not sure enough of what it is made for', async () => {
    const sources = [
      { open: async () => readerOf(lineReading('MARTA', 0.8, { engine: 'one' })) },
      { open: async () => readerOf(lineReading('NARIA', 0.6, { engine: 'print' })), leastConfidence: 0.7 },
      { open: async () => readerOf(lineReading('MARTA', 0.6, { engine: 'another' })) },
    ];
    const reading = await createCascade(sources).readLine(crop, { dpi: 300 });
    expect(reading.opinions?.map(({ engine }) => engine)).toEqual(['one', 'another']);
    expect(reading.text).toBe('MARTA');
  });

  it('hears an engine that knows most of the letters, though one of them not', async () => {
    const unsure = { engine: 'print', exceptions: { 1: 0.1 } };
    const read = (leastMean: number) => {
      const print = readerOf(lineReading('VIA GIACOMO', 0.99, unsure));
      return createCascade([
        { open: async () => print, leastMean },
        { open: async () => readerOf(lineReading('V1A GIAC', 0.8, { engine: 'another' })) },
      ]).readLine(crop, { dpi: 300 });
    };
    expect((await read(0.9)).opinions?.map(({ engine }) => engine)).toEqual(['print', 'another']);
    expect((await read(0.95)).opinions?.map(({ engine }) => engine)).toEqual(['another']);
  });

  it('asks on where two agree of which neither is sure enough to settle a line', async () => {
    const read = async (confidence: number) => {
      const last = readerOf(lineReading('Margherita', 0.6, { engine: 'last' }));
      await createCascade([
        { open: async () => readerOf(lineReading('Margherite', confidence, { engine: 'one' })), leastToSettle: 0.7 },
        { open: async () => readerOf(lineReading('Margherite', 0.5, { engine: 'another' })), leastToSettle: 0.8 },
        { open: async () => last },
      ]).readLine(crop, { dpi: 300 });
      return last.asked;
    };
    expect(await read(0.6)).toBe(1);
    expect(await read(0.75)).toBe(0);
  });

  it('is not stopped by a letter that the second engine cannot write', async () => {
    const third = readerOf(lineReading('', 0));
    const reading = await readWith(
      readerOf(lineReading('Gesù', 0.6, { engine: 'one/fast' })),
      readerOf(lineReading('Gesu', 0.9, { engine: 'another' }), 'ù'),
      third,
    );
    expect(reading.text).toBe('Gesù');
    expect(third.asked).toBe(0);
  });

  it('asks the second where the first is sure of what forms hardly hold', async () => {
    const second = readerOf(lineReading('Corso Umberto I', 0.9));
    await readWith(readerOf(lineReading('Corso Umberto |', 0.96)), second);
    expect(second.asked).toBe(1);
  });

  it('asks the others where the first finds nothing', async () => {
    expect((await readWith(readerOf(lineReading('', 0)), readerOf(lineReading('7', 0.9)))).text).toBe('7');
  });

  it('fails where an engine fails', async () => {
    const broken: LineReader = {
      ...readerOf(lineReading('', 0)),
      readLine: () => Promise.reject(new Error('the network refused the shape')),
    };
    await expect(readWith(broken)).rejects.toThrow('refused the shape');
  });
});

function readWith(...readers: readonly LineReader[]): Promise<LineReading> {
  return createCascade(readers.map((reader) => ({ open: async () => reader, sureAlone }))).readLine(crop, {
    dpi: 300,
    checked: true,
  });
}

function readUnchecked(...readers: readonly LineReader[]): Promise<LineReading> {
  return createCascade(readers.map((reader) => ({ open: async () => reader, sureAlone }))).readLine(crop, { dpi: 300 });
}
