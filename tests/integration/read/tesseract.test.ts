import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../ocr/model/page.ts';
import type { TextEngine } from '../../../ocr/read/engines/engine.ts';
import { createTesseractCore, createTesseractEngine } from '../../../ocr/read/engines/tesseract.ts';
import { textOfLines } from '../../../ocr/read/whole/lines.ts';

let engine: TextEngine;

beforeAll(async () => {
  engine = createTesseractEngine(await createTesseractCore(), 'ita', 'best');
});

afterAll(() => engine.close());

describe('the engine on local language data', () => {
  it('reads a line with a box and a confidence for every character', async () => {
    const reading = engine.readLine(await draw(900, 80, text(20, 55, 40, 'Nato a Forlì il 12/03/1975')), { dpi: 300 });
    expect(reading.text).toBe('Nato a Forlì il 12/03/1975');
    expect(reading.confidence).toBeGreaterThan(0.6);
    expect(reading.characters.map((character) => character.text).join('')).toBe(reading.text);
    expect(reading.characterBoxes).toHaveLength(reading.characters.length);
    expect(reading.engine).toBe('tesseract/ita-best');
  });

  it('keeps to a character set, and forgets it with the next line', async () => {
    const line = await draw(400, 80, text(20, 55, 40, '0123 OSIB'));
    expect(engine.readLine(line, { dpi: 300, charset: '0123456789' }).text).toMatch(/^[0-9 ]+$/);
    expect(engine.readLine(line, { dpi: 300 }).text).toMatch(/[A-Z]/);
  });

  it('finds no text on white paper, without failing', async () => {
    const white = await draw(400, 80, '');
    expect(engine.readPage(white, { dpi: 300, arrangement: 'page' })).toEqual([]);
  });

  it('finds no lines on white paper, and reads nothing there', async () => {
    const white = engine.layOut(await draw(400, 80, ''), { dpi: 300 });
    expect(white.lines).toEqual([]);
    expect(white.read()).toEqual([]);
  });

  it('reads a page whose lines it found as it reads one at once, and each line where it was found', async () => {
    const page = await draw(900, 400, text(80, 150, 40, 'Il richiedente dichiara') + text(80, 250, 40, 'Nato a Forlì'));
    const laidOut = engine.layOut(page, { dpi: 300 });
    expect(laidOut.lines.map(({ words }) => words.length)).toEqual([3, 3]);
    const lines = laidOut.read();
    expect(lines).toEqual(engine.readPage(page, { dpi: 300, arrangement: 'page' }));
    expect(laidOut.lines.map(({ words }) => words)).toEqual(lines.map(({ words }) => words.map(({ box }) => box)));
  });

  it('is as sure of the words of a line as of the least sure one where it reads characters', async () => {
    const line = await draw(500, 80, text(20, 55, 40, 'Mario Rossi'));
    const [found] = engine.readPage(line, { dpi: 300, arrangement: 'line' });
    expect(found?.words.map((word) => word.text)).toEqual(['Mario', 'Rossi']);
    const least = Math.min(...(found?.words ?? []).map(({ confidence }) => confidence));
    expect(least).toBeCloseTo(engine.readLine(line, { dpi: 300 }).confidence);
  });

  it('forgets a page that it laid out with the next thing that it reads', async () => {
    const line = await draw(400, 80, text(20, 55, 40, 'Mario Rossi'));
    const laidOut = engine.layOut(line, { dpi: 300 });
    engine.readLine(line, { dpi: 300 });
    expect(() => laidOut.read()).toThrow('forgotten');
  });

  it('reads a page of two columns, one after the other', async () => {
    const left = [
      'Il richiedente dichiara',
      'di essere residente',
      'in questo comune da oltre',
      'due anni e di abitare',
      'con la propria famiglia.',
    ];
    const right = [
      'La domanda va firmata',
      'davanti a chi la riceve',
      'e consegnata a mano',
      'con una copia della',
      'carta allo sportello.',
    ];
    const column = (lines: readonly string[], x: number) => lines.map((line, row) => text(x, 200 + row * 60, 40, line));
    const page = await draw(1700, 800, [...column(left, 80), ...column(right, 1000)].join(''));
    const found = textOfLines(engine.readPage(page, { dpi: 300, arrangement: 'page' }));
    expect(found.replace(/\n+/g, ' ')).toBe([...left, ...right].join(' '));
  });
});

function text(x: number, y: number, size: number, content: string): string {
  return `<text x="${x}" y="${y}" font-family="DejaVu Sans" font-size="${size}">${content}</text>`;
}

async function draw(widthPx: number, heightPx: number, content: string): Promise<GreyImage> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><rect width="100%" height="100%" fill="white"/>${content}</svg>`;
  const data = await sharp(Buffer.from(svg)).toColourspace('b-w').raw().toBuffer();
  return { data, widthPx, heightPx };
}
