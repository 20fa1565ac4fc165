import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { lineHeightPx } from './input.ts';

/** What stands beside the weights in `resources/models`. */
const descriptionSchema = z.strictObject({
  format: z.literal('tabularium-line-network-1'),
  /** The classes of each frame in order; before them comes that for nothing. */
  alphabet: z.string().min(1),
  lineHeightPx: z.literal(lineHeightPx),
  /** What logits are divided by so that confidences mean probabilities (Guo and others 2017). */
  temperature: z.number().positive(),
});
export type LineNetworkDescription = z.infer<typeof descriptionSchema>;

/** The networks that know print and typewriters alone. They differ in shape and began with other weights, and so err less alike than one twice. */
export const printNetworkNames = ['lines', 'lines-near'] as const;
/** The networks there are, as their files are called; the last knows hands. */
export const lineNetworkNames = [...printNetworkNames, 'lines-hand'] as const;
export type LineNetworkName = (typeof lineNetworkNames)[number];

/** Reads `<name>.json` of a folder with line networks. Rejects when it is missing or tells of something else. */
export async function readLineDescription(folder: string, name: LineNetworkName): Promise<LineNetworkDescription> {
  return descriptionSchema.parse(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')));
}
