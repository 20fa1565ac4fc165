import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { wordsOf } from '../../../ocr/extract/spelling/word-graph.ts';
import { loadTables } from '../../../ocr/extract/tables/tables.ts';
import { lineNetworkNames } from '../../../ocr/read/engines/line-network/description.ts';
import { createTypefaceCase } from '../../forms/draw/typeface.ts';
import type { DamageLevel } from '../../samples/truth.ts';
import type { Faces } from '../../samples/write/faces.ts';
import { usualLevels } from '../capture-sheet.ts';
import { drawLines } from './draw-lines.ts';
import { inventEnglishText } from './english-texts.ts';
import { facesOfLesson } from './faces.ts';
import { learnLines } from './learn-lines.ts';
import { writeLineSet } from './line-set.ts';
import type { LineTools } from './sheet.ts';
import { inventText } from './texts.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const resources = join(root, 'resources');

/** `npm run train:lines`: draws lines of print and typewriters, or by hand, cuts them as reading does, and has a small network learn them. */
const program = new Command('train:lines')
  .description(
    'Trains a network that reads lines of print and typewriters, or lines by hand. Everything it learns from is drawn here.',
  )
  .addOption(new Option('--network <name>', 'which of the networks').choices(lineNetworkNames).default('lines'))
  .option('--out <folder>', 'where the weights and what belongs to them are written', join(resources, 'models'))
  .option(
    '--work <folder>',
    'keeps the drawn lines; what is there already is not drawn again',
    join(root, 'out/train-lines'),
  )
  .option('--sets <number>', 'sets of Italian texts to learn from, of 40 sheets and about 5,500 lines each', '4')
  .option('--worn <number>', 'the same from worse copies', '4')
  .option('--english <number>', 'sets of English texts', '3')
  .option('--from <folder>', 'begins with the weights of an earlier training instead of with nothing')
  .addOption(
    new Option('--from-network <name>', 'which network of that folder; the same where not said').choices(
      lineNetworkNames,
    ),
  )
  .option('--keep-earlier <share>', 'how much these weights count in those that are kept; of one shape only', '0')
  .option('--rounds <number>', 'how often every line is looked at', '4')
  .option('--seed <text>', 'the same seed draws the same lines', '1')
  .option('--set-seeds <texts...>', 'sets that were drawn with these seeds, to be learnt from together');

const optionsSchema = z.strictObject({
  network: z.enum(lineNetworkNames),
  out: z.string(),
  work: z.string(),
  sets: z.coerce.number().int().positive(),
  worn: z.coerce.number().int().nonnegative(),
  english: z.coerce.number().int().nonnegative(),
  from: z.string().optional(),
  fromNetwork: z.enum(lineNetworkNames).optional(),
  keepEarlier: z.coerce.number().min(0).max(1),
  rounds: z.coerce.number().int().positive(),
  seed: z.string(),
  setSeeds: z.array(z.string()).nonempty().optional(),
});
const options = optionsSchema.parse(program.parse().opts());

const sheetsOfSet = 40;
const openFace = createTypefaceCase();
const tables = await loadTables(join(resources, 'tables'));
const italianWords = commonWords('ita', /^[a-zàèéìòù]{2,}$/);
const englishWords = commonWords('eng', /^[a-z]{2,}$/);

/** Words as sentences have them; the lists also hold names and words of other languages. */
function commonWords(language: string, pattern: RegExp): string[] {
  const data = readFileSync(join(resources, 'language', 'fast', `${language}.traineddata`));
  return wordsOf(data).filter((word) => pattern.test(word));
}

interface Manner {
  readonly invent: LineTools['invent'];
  readonly levels: readonly DamageLevel[];
}

const italian: LineTools['invent'] = (random, capitals) =>
  inventText(random, { tables, words: italianWords }, capitals);
const manners = {
  learnt: { invent: italian, levels: usualLevels },
  worn: { invent: italian, levels: ['medium', 'heavy', 'heavy'] },
  english: {
    invent: (random, capitals) => inventEnglishText(random, englishWords, capitals),
    levels: ['light', 'medium', 'heavy'],
  },
} as const satisfies Record<string, Manner>;

async function drawnSet(name: string, faces: Faces, { invent, levels }: Manner): Promise<string> {
  const folder = join(options.work, name);
  if (existsSync(join(folder, 'lines.bin'))) return folder;
  const onSheet = (done: number) => console.error(`${name}: ${done} of ${sheetsOfSet} sheets`);
  const tools: LineTools = { faces, openFace, invent };
  const lines = await drawLines({ seed: name, sheets: sheetsOfSet, levels, tools, onSheet });
  await writeLineSet(folder, `${sheetsOfSet} sheets drawn with seed "${name}"`, lines);
  return folder;
}

const faces = facesOfLesson[options.network];
const { setSeeds = [options.seed] as const } = options;
const heldOut = await drawnSet(`${faces.setsBegin}held-out-${setSeeds[0]}`, faces.heldOut, manners.learnt);
const learnt: string[] = [];
const wishes = [
  ['learnt', options.sets],
  ['worn', options.worn],
  ['english', options.english],
] as const;
for (const seed of setSeeds) {
  for (const [manner, sets] of wishes) {
    for (let set = 1; set <= sets; set += 1)
      learnt.push(await drawnSet(`${faces.setsBegin}${manner}-${seed}-${set}`, faces.learnt, manners[manner]));
  }
}
await learnLines({ ...options, learnt, heldOut });
