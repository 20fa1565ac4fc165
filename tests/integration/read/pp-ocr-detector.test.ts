import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Box } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import type { LineFinder } from '../../../ocr/read/engines/engine.ts';
import { createPpOcrDetector } from '../../../ocr/read/engines/pp-ocr/detector.ts';

let finder: LineFinder;

beforeAll(async () => {
  finder = await createPpOcrDetector();
});

afterAll(() => finder.close());

describe('the PP-OCR detector', () => {
  it('finds scattered lines with all their letters, and no rules', async () => {
    const lines = await finder.findLines(await drawPage(), 30);
    const holders = (box: Box) => lines.filter((line) => holds(line, box));
    expect(holders([110, 125, 260, 150])).toHaveLength(1);
    expect(holders([810, 125, 950, 150])).toHaveLength(1);
    expect(lines).toHaveLength(2);
  });

  it('finds none on white paper', async () => {
    const data = new Uint8Array(600 * 400).fill(255);
    expect(await finder.findLines({ data, widthPx: 600, heightPx: 400 }, 30)).toEqual([]);
  });
});

function holds(outer: Box, inner: Box): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

async function drawPage(): Promise<GreyImage> {
  const [widthPx, heightPx] = [1200, 600];
  const text = (x: number, content: string) =>
    `<text x="${x}" y="150" font-family="DejaVu Sans" font-size="40">${content}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><rect width="100%" height="100%" fill="white"/>${text(100, 'Cognome')}${text(800, 'Rossetti')}<rect x="100" y="400" width="1000" height="4"/></svg>`;
  const data = await sharp(Buffer.from(svg)).toColourspace('b-w').raw().toBuffer();
  return { data, widthPx, heightPx };
}
