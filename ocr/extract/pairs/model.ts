import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { forestSchema } from '../../model/forest.ts';

const roleForestsSchema = z.strictObject({ label: forestSchema, value: forestSchema });
export type RoleForests = z.infer<typeof roleForestsSchema>;

/** What stands in `resources/models/pairs.json`: one forest a step; each takes the features that the step describes. */
const pairModelSchema = z.strictObject({
  format: z.literal('tabularium-pairs-2'),
  words: roleForestsSchema,
  breaks: forestSchema,
  pieces: roleForestsSchema,
  joins: forestSchema,
  pairs: forestSchema,
  rivals: forestSchema,
});
export type PairModel = z.infer<typeof pairModelSchema>;

/** Loads what `tools/train/noisy-pages/pairs.ts` made. Throws where the file is missing or has not its shape. */
export function loadPairModel(resourcesFolder: string): PairModel {
  return pairModelSchema.parse(JSON.parse(readFileSync(join(resourcesFolder, 'models', 'pairs.json'), 'utf8')));
}
