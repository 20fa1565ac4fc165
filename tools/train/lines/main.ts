import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { z } from 'zod';
import { wordsOf } from '../../../ocr/extract/spelling/word-graph.ts';
import { loadTables } from '../../../ocr/extract/tables.ts';
import { createTypefaceCase } from '../../forms/draw/typeface.ts';
import { drawLines } from './draw-lines.ts';
import { heldOutFaces, learntFaces, type MachineFaces } from './faces.ts';
import { learnLines } from './learn-lines.ts';
import { writeLineSet } from './line-set.ts';
import type { TextSources } from './texts.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const resources = join(root, 'resources');

/** `npm run train:lines`: draws lines of print and typewriters, cuts them as reading does, and has a small network learn them. */
const program = new Command('train:lines')
  .description('Trains the network that reads lines of print and typewriters. Everything it learns from is drawn here.')
  .option('--out <folder>', 'where lines.onnx and what belongs to it are written', join(resources, 'models'))
  .option(
    '--work <folder>',
    'keeps the drawn lines; what is there already is not drawn again',
    join(root, 'out/train-lines'),
  )
  .option('--sets <number>', 'sets to learn from, of 40 sheets and about 5,500 lines each', '10')
  .option('--rounds <number>', 'how often every line is looked at', '4')
  .option('--seed <text>', 'the same seed draws the same lines', '1');

const optionsSchema = z.strictObject({
  out: z.string(),
  work: z.string(),
  sets: z.coerce.number().int().positive(),
  rounds: z.coerce.number().int().positive(),
  seed: z.string(),
});
const options = optionsSchema.parse(program.parse().opts());

const sheetsOfSet = 40;
/** Words as sentences have them; the list also holds names and words of other languages. */
const commonWord = /^[a-zàèéìòù]{2,}$/;

const languageData = readFileSync(join(resources, 'language', 'fast', 'ita.traineddata'));
const sources: TextSources = {
  tables: await loadTables(join(resources, 'tables')),
  words: wordsOf(languageData).filter((word) => commonWord.test(word)),
};
const openFace = createTypefaceCase();

async function drawnSet(name: string, faces: MachineFaces): Promise<string> {
  const folder = join(options.work, name);
  if (existsSync(join(folder, 'lines.bin'))) return folder;
  const onSheet = (done: number) => console.error(`${name}: ${done} of ${sheetsOfSet} sheets`);
  const lines = await drawLines({ seed: name, sheets: sheetsOfSet, tools: { faces, sources, openFace }, onSheet });
  await writeLineSet(folder, `${sheetsOfSet} sheets drawn with seed "${name}"`, lines);
  return folder;
}

const heldOut = await drawnSet(`held-out-${options.seed}`, heldOutFaces);
const learnt: string[] = [];
for (let set = 1; set <= options.sets; set += 1)
  learnt.push(await drawnSet(`learnt-${options.seed}-${set}`, learntFaces));
learnLines({ ...options, learnt, heldOut });
