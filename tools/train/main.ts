import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { z } from 'zod';
import { furtherFaces, heldOutFaces, usualFaces } from '../samples/write/faces.ts';
import { drawGlyphs } from './draw-glyphs.ts';
import { readGlyphSet, writeGlyphSet } from './glyph-set.ts';
import { learn } from './learn.ts';
import { readSemeion } from './semeion.ts';
import type { FamiliesByKind } from './sheet.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const besideProject = join(root, '../shared/data');

/** `npm run train`: draws characters, cuts them from combs and has a small network learn them. */
const program = new Command('train')
  .description(
    'Trains the network that reads characters in combs. Whatever it learns from stays on this computer; what --verified ' +
      'names was cut from real records: keep the folder, and weights trained on it, as you keep the records.',
  )
  .option('--out <folder>', 'where characters.onnx and what belongs to it are written', join(root, 'resources/models'))
  .option(
    '--work <folder>',
    'keeps the drawn characters; what is there already is not drawn again',
    join(root, 'out/train'),
  )
  .option('--sheets <number>', 'drawn sheets, of about a thousand characters each', '100')
  .option('--epochs <number>', 'how often every character is looked at', '4')
  .option('--seed <text>', 'the same seed draws the same characters', '1')
  .option(
    '--data <folder>',
    'evaluation data with the Semeion digits',
    existsSync(besideProject) ? besideProject : undefined,
  )
  .option('--verified <folder>', 'characters that operators verified, cut by `npm run train:verified`');

const optionsSchema = z.strictObject({
  out: z.string(),
  work: z.string(),
  sheets: z.coerce.number().int().positive(),
  epochs: z.coerce.number().int().positive(),
  seed: z.string(),
  data: z.string().optional(),
  verified: z.string().optional(),
});
const options = optionsSchema.parse(program.parse().opts());

const learntFamilies: FamiliesByKind = {
  typed: familiesOf('typed', usualFaces, furtherFaces),
  typewriter: familiesOf('typewriter', usualFaces, furtherFaces),
  handwritten: familiesOf('handwritten', usualFaces, furtherFaces),
};
const heldOutFamilies: FamiliesByKind = {
  typed: familiesOf('typed', heldOutFaces),
  typewriter: familiesOf('typewriter', heldOutFaces),
  handwritten: familiesOf('handwritten', heldOutFaces),
};

function familiesOf(kind: keyof FamiliesByKind, ...faces: readonly (typeof usualFaces)[]): string[] {
  return faces.flatMap((group) => group[kind].map(({ family }) => family));
}

async function drawnSet(name: string, sheets: number, families: FamiliesByKind): Promise<string> {
  const folder = join(options.work, `${name}-${options.seed}-${sheets}`);
  if (existsSync(join(folder, 'glyphs.bin'))) return folder;
  const onSheet = (done: number) => console.error(`${name}: ${done} of ${sheets} sheets`);
  const glyphs = await drawGlyphs({ seed: `${name} ${options.seed}`, sheets, families, onSheet });
  await writeGlyphSet(folder, { origin: `${sheets} sheets drawn with seed "${name} ${options.seed}"`, glyphs });
  return folder;
}

const learnt = [await drawnSet('learnt', options.sheets, learntFamilies)];
const heldOut = await drawnSet('held-out', Math.max(1, Math.floor(options.sheets / 8)), heldOutFamilies);
const semeion = await readSemeion(options.data ?? null);
if (semeion === null) console.error('Without the Semeion digits: no data folder holds digits/semeion.txt.');
else {
  const folder = join(options.work, 'semeion');
  await writeGlyphSet(folder, { origin: 'Semeion digits (UCI), the first 1,195', glyphs: semeion.train });
  learnt.push(folder);
}
if (options.verified !== undefined) {
  const { glyphs } = await readGlyphSet(options.verified);
  console.error(`${glyphs.length} characters that operators verified`);
  learnt.push(options.verified);
}
learn({ ...options, learnt, heldOut });
