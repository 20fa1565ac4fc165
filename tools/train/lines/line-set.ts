import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** One line as the network sees it: rows of `widthPx` bytes from the top, 0 paper to 255 ink. */
export interface LabelledLine {
  readonly text: string;
  readonly kind: string;
  readonly face: string;
  readonly widthPx: number;
  readonly ink: Uint8Array;
}

/** A folder of labelled lines: `lines.json` says what they are, `lines.bin` holds their pixels, one line after the other. */
export const lineHeaderSchema = z.strictObject({
  format: z.literal('tabularium-lines-1'),
  /** Where they come from, for the training log. */
  origin: z.string(),
  lines: z.array(z.strictObject({ text: z.string(), kind: z.string(), face: z.string(), widthPx: z.int().positive() })),
});

export async function writeLineSet(folder: string, origin: string, lines: readonly LabelledLine[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const header: z.infer<typeof lineHeaderSchema> = {
    format: 'tabularium-lines-1',
    origin,
    lines: lines.map(({ text, kind, face, widthPx }) => ({ text, kind, face, widthPx })),
  };
  await writeFile(join(folder, 'lines.json'), `${JSON.stringify(header)}\n`);
  await writeFile(join(folder, 'lines.bin'), Buffer.concat(lines.map(({ ink }) => ink)));
}
