import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGlyphSet, writeGlyphSet } from '../../../tools/train/glyph-set.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabularium-glyphs-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a set of glyphs', () => {
  const glyphs = ['A', '', '7'].map((label, index) => ({ label, square: new Uint8Array(1024).fill(index) }));

  it('is read as it was written', async () => {
    await writeGlyphSet(folder, { origin: 'a test', glyphs });
    const read = await readGlyphSet(folder);
    expect(read.origin).toBe('a test');
    expect(read.glyphs.map(({ label }) => label)).toEqual(['A', '', '7']);
    expect(read.glyphs.map(({ square }) => square[1023])).toEqual([0, 1, 2]);
  });

  it('is refused when its files do not belong together', async () => {
    await writeGlyphSet(folder, { origin: 'a test', glyphs });
    await truncate(join(folder, 'glyphs.bin'), 2048);
    await expect(readGlyphSet(folder)).rejects.toThrow('names 3 glyphs, glyphs.bin holds 2');
  });
});
