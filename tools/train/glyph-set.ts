import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { squarePx } from '../../ocr/read/combs/glyph-square.ts';

/** One character cut from its cell: 32 by 32 bytes, rows from the top, 0 paper to 255 ink. */
export interface LabelledGlyph {
  readonly label: string;
  readonly square: Uint8Array;
}

/**
 * A folder of labelled glyphs: `glyphs.json` with a label for each, in order, and `glyphs.bin` with their squares, 1024
 * bytes each, one after the other.
 */
export const headerSchema = z.strictObject({
  format: z.literal('tabularium-glyphs-1'),
  /** Where they come from, for the training log. */
  origin: z.string(),
  labels: z.array(z.string()),
});

export interface GlyphSet {
  readonly origin: string;
  readonly glyphs: readonly LabelledGlyph[];
}

export async function writeGlyphSet(folder: string, { origin, glyphs }: GlyphSet): Promise<void> {
  await mkdir(folder, { recursive: true });
  const header: z.infer<typeof headerSchema> = {
    format: 'tabularium-glyphs-1',
    origin,
    labels: glyphs.map(({ label }) => label),
  };
  await writeFile(join(folder, 'glyphs.json'), `${JSON.stringify(header)}\n`);
  await writeFile(join(folder, 'glyphs.bin'), Buffer.concat(glyphs.map(({ square }) => square)));
}

/** Throws when the folder holds no glyphs or its two files do not belong together. */
export async function readGlyphSet(folder: string): Promise<GlyphSet> {
  const header = headerSchema.parse(JSON.parse(await readFile(join(folder, 'glyphs.json'), 'utf8')));
  const bytes = await readFile(join(folder, 'glyphs.bin'));
  const size = squarePx * squarePx;
  if (bytes.length !== header.labels.length * size) {
    throw new Error(
      `${folder}: glyphs.json names ${header.labels.length} glyphs, glyphs.bin holds ${bytes.length / size}`,
    );
  }
  const glyphs = header.labels.map((label, index) => ({
    label,
    square: bytes.subarray(index * size, (index + 1) * size),
  }));
  return { origin: header.origin, glyphs };
}
