import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { identifyPage } from '../../ocr/identify/identify.ts';
import { decodePage } from '../../ocr/prepare/decode.ts';
import { preparePage } from '../../ocr/prepare/prepare.ts';
import { createReadingTools } from '../../ocr/worker/tools.ts';
import { makePile } from '../samples/pile.ts';
import { openWorkshop } from '../samples/workshop.ts';
import { drawPage } from './draw-page.ts';
import { drawReliability } from './draw-reliability.ts';
import { drawZones } from './draw-zones.ts';
import { barsOf } from './reliability-bars.ts';

/**
 * `npm run pictures`: draws the pictures of `docs/reading.md` from one page of an invented person; with --bench, a file of
 * `npm run --silent bench -- reading --only accuracy --json`, also how sure fields are against how many are right.
 */
const program = new Command('pictures')
  .option('--out <folder>', 'where the pictures are written', join(import.meta.dirname, '../../docs/images'))
  .option('--seed <text>', 'the same seed draws the same page', 'pictures')
  .option('--bench <file>', 'what the bench measured, as JSON');
const { out, seed, bench } = program.parse().opts<{ out: string; seed: string; bench?: string }>();

const resources = join(import.meta.dirname, '../../resources');
const formId = 'accesso-atti';
const scratch = await mkdtemp(join(tmpdir(), 'pictures-'));
try {
  const plan = { kind: 'form', formId, hand: 'handwritten', damage: 'medium', upsideDown: false } as const;
  const options = { seed, format: 'png', dpi: 300 } as const;
  const { documents } = await makePile(await openWorkshop(resources), [plan], scratch, options);
  const file = documents[0]?.pages[0]?.file ?? '';
  const captured = await decodePage(join(scratch, file), file, 0);
  const page = preparePage(captured);
  const found = identifyPage(page, await createReadingTools().catalogue([join(resources, 'forms', formId)]));
  if (found.kind !== 'aligned') throw new Error(`the sample of seed ${seed} is not aligned: choose another`);
  await drawPage(captured.image, page, found, join(out, 'reading-page.png'));
  await drawZones(page, found, join(out, 'reading-zones.png'));
  if (bench !== undefined) {
    await drawReliability(barsOf(await readFile(bench, 'utf8')), join(out, 'reading-reliability.png'));
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
