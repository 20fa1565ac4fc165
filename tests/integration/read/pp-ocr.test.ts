import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../ocr/model/page.ts';
import type { LineReader } from '../../../ocr/read/engines/engine.ts';
import { createPpOcrReader } from '../../../ocr/read/engines/pp-ocr/recogniser.ts';

let reader: LineReader;

beforeAll(async () => {
  reader = await createPpOcrReader();
});

afterAll(() => reader.close());

describe('the PP-OCR recogniser', () => {
  it('reads a line with a box and a confidence for every character', async () => {
    const reading = await reader.readLine(await drawLine('Via Garibaldi 12'), { dpi: 300 });
    expect(reading.text.replaceAll(' ', '')).toBe('ViaGaribaldi12');
    expect(reading.confidence).toBeGreaterThan(0.8);
    expect(reading.characters.map((character) => character.text).join('')).toBe(reading.text);
    expect(reading.characterBoxes).toHaveLength(reading.characters.length);
    const lefts = reading.characterBoxes.map(([left]) => left);
    expect(lefts).toEqual(lefts.toSorted((one, other) => one - other));
    expect(reading.engine).toBe('pp-ocr/v4');
  });

  it('keeps to a character set', async () => {
    const line = await drawLine('0123 OSIB');
    expect((await reader.readLine(line, { dpi: 300, charset: '0123456789' })).text).toMatch(/^[0-9]+$/);
  });

  it('finds no text on white paper', async () => {
    expect(await reader.readLine(await drawLine(''), { dpi: 300 })).toMatchObject({ text: '', confidence: 0 });
  });
});

async function drawLine(content: string): Promise<GreyImage> {
  const [widthPx, heightPx] = [420, 60];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><rect width="100%" height="100%" fill="white"/><text x="12" y="44" font-family="DejaVu Sans" font-size="40">${content}</text></svg>`;
  const data = await sharp(Buffer.from(svg)).toColourspace('b-w').raw().toBuffer();
  return { data, widthPx, heightPx };
}
