import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../ocr/model/page.ts';
import type { LineReader } from '../../../ocr/read/engines/engine.ts';
import { lineNetworkNames, printNetworkNames } from '../../../ocr/read/engines/line-network/description.ts';
import { createLineNetworkReader } from '../../../ocr/read/engines/line-network/reader.ts';
import { createWriterJudge } from '../../../ocr/read/writer/network-odds.ts';
import { rasterise } from '../../../tools/forms/draw/raster.ts';
import { setText } from '../../../tools/forms/draw/text.ts';
import { createTypefaceCase } from '../../../tools/forms/draw/typeface.ts';
import { drawLine } from '../../fixtures/read/draw-line.ts';

describe.each(printNetworkNames)('the network for print %s', (name) => {
  let reader: LineReader;

  beforeAll(async () => {
    reader = await createLineNetworkReader(name);
  });

  afterAll(() => reader.close());

  it.each(['Via Garibaldi 12/A', 'RSSMRA80A01H5', 'perché città', '€ 1.234,50'])('reads %s', async (line) => {
    const reading = await reader.readLine(await drawLine(line), { dpi: 300 });
    expect(reading.text).toBe(line);
    expect(reading.confidence).toBeGreaterThan(0.5);
    expect(reading.characters.map(({ text }) => text).join('')).toBe(line);
  });

  it('says where each letter stands', async () => {
    const { characterBoxes } = await reader.readLine(await drawLine('MARE'), { dpi: 300 });
    const lefts = characterBoxes.map(([left]) => left);
    expect(lefts).toHaveLength(4);
    expect(lefts).toEqual(lefts.toSorted((one, other) => one - other));
    expect(lefts[0]).toBeGreaterThan(8);
    expect(Math.max(...characterBoxes.map(([, , right]) => right))).toBeLessThan(170);
  });

  it('keeps to a character set', async () => {
    const line = await drawLine('0123 OSIB');
    expect((await reader.readLine(line, { dpi: 300, charset: '0123456789' })).text).toMatch(/^[0-9]+$/);
  });

  it('passes over the sign of a number, which is no digit', async () => {
    const { text } = await reader.readLine(await drawLine('#2360'), { dpi: 300, charset: '0123456789' });
    expect(text).toBe('2360');
  });
});

describe('the network for hands', () => {
  let reader: LineReader;

  beforeAll(async () => {
    reader = await createLineNetworkReader('lines-hand');
  });

  afterAll(() => reader.close());

  it.each(['VIA GARIBALDI 12', 'Coniuge'])('reads %s', async (text) => {
    expect((await reader.readLine(await writeByHand(text), { dpi: 300 })).text).toBe(text);
  });

  it('reads a code, but cannot know a round 0 from an O', async () => {
    const { text } = await reader.readLine(await writeByHand('RSSMRA80A01H5'), { dpi: 300 });
    expect(text).toMatch(/^RSSMRA8[0O]A[0O]1H5$/);
  });

  it('tells with a network for print who wrote a line', async () => {
    const print = await createLineNetworkReader('lines');
    const judge = createWriterJudge(
      async () => print,
      async () => reader,
    );
    expect(await judge(await drawLine('Via Garibaldi 12'), 300)).toBeGreaterThan(0);
    expect(await judge(await writeByHand('Via Garibaldi 12', 'caveat'), 300)).toBeLessThan(0);
    await print.close();
  });
});

describe.each(lineNetworkNames)('every network, as %s,', (name) => {
  it('finds no text on white paper', async () => {
    const reader = await createLineNetworkReader(name);
    expect(await reader.readLine(await drawLine(''), { dpi: 300 })).toMatchObject({ text: '', confidence: 0 });
    await reader.close();
  });

  it('refuses weights that it cannot be sure of', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tabularium-network-'));
    await writeFile(join(folder, `${name}.json`), JSON.stringify({ format: 'another' }));
    await expect(createLineNetworkReader(name, folder)).rejects.toThrow('format');
    await rm(folder, { recursive: true });
  });
});

/** A line in a face that stands for a hand in samples, which no network learnt; capitals four millimetres high, at 300 dpi. */
async function writeByHand(text: string, family = 'patrick-hand'): Promise<GreyImage> {
  const typeface = createTypefaceCase()({ family, weight: 400 });
  const { path } = setText(typeface, text, 5, 12, 6);
  return rasterise(`<path d="${path}"/>`, { widthMm: 90, heightMm: 18 }, 300);
}
