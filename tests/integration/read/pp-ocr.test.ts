import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LineReader } from '../../../ocr/read/engines/engine.ts';
import { createPpOcrReader } from '../../../ocr/read/engines/pp-ocr/recogniser.ts';
import { drawLine } from '../../fixtures/read/draw-line.ts';

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
