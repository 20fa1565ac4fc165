import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineHeaderSchema, writeLineSet } from '../../../../tools/train/lines/line-set.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabularium-lines-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a set of lines', () => {
  it('says what stands in each line, and holds their pixels one after the other', async () => {
    const lines = [48, 16].map((widthPx, index) => ({
      text: `riga ${index}`,
      kind: 'typed',
      face: 'lato',
      widthPx,
      ink: new Uint8Array(32 * widthPx).fill(index + 1),
    }));
    await writeLineSet(folder, 'a test', lines);
    const header = lineHeaderSchema.parse(JSON.parse(await readFile(join(folder, 'lines.json'), 'utf8')));
    const pixels = await readFile(join(folder, 'lines.bin'));
    expect(header.origin).toBe('a test');
    expect(header.lines.map(({ text, widthPx }) => [text, widthPx])).toEqual([
      ['riga 0', 48],
      ['riga 1', 16],
    ]);
    expect(pixels.length).toBe(32 * (48 + 16));
    expect([pixels[32 * 48 - 1], pixels[32 * 48]]).toEqual([1, 2]);
  });
});
