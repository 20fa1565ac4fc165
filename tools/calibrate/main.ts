import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import type { Calibration } from '../../ocr/extract/calibrate/calibration.ts';
import { fitCalibration } from '../../ocr/extract/calibrate/fit.ts';
import { loadTables } from '../../ocr/extract/tables/tables.ts';
import { loadFormPackage } from '../../ocr/forms/load.ts';
import { formKey } from '../../ocr/model/form.ts';
import { makePile } from '../samples/pile.ts';
import { planPile } from '../samples/plan.ts';
import { readTruth } from '../samples/truth.ts';
import { openWorkshop } from '../samples/workshop.ts';
import { observePile, type ReadPile } from './observe.ts';
import { readerVersion } from './reader-version.ts';
import { readPages } from './readings.ts';
import { formatCalibration } from './report.ts';

/** `npm run calibrate`: fits how sure fields are to sample piles, which it draws unless given, and reads. */
const root = join(import.meta.dirname, '../..');
const resources = join(root, 'resources');

const program = new Command('calibrate')
  .argument('[piles...]', 'folders of sample piles with truth.json; without any, one is drawn')
  .option('--seed <text>', 'seed of the pile that is drawn', 'calibration')
  .option('--count <number>', 'documents of the pile that is drawn', '400')
  .option(
    '--work <folder>',
    'drawn piles and readings are kept here, so that a run goes on where it stopped',
    join(root, '.calibration'),
  )
  .option('--workers <number>', 'page workers', '2')
  .option('--out <file>', 'calibration to write', join(resources, 'calibration', 'fields.json'))
  .parse();

const whole = z.coerce.number().int().positive();
const options = z
  .strictObject({ seed: z.string(), count: whole, work: z.string(), workers: whole, out: z.string() })
  .parse(program.opts());

const workshop = await openWorkshop(resources);
const formFolders = [...workshop.forms.keys()].map((id) => join(resources, 'forms', id));
const packages = await Promise.all(formFolders.map(loadFormPackage));
const forms = new Map(packages.map((form) => [formKey(form.manifest), form]));
const tables = await loadTables(join(resources, 'tables'));

const folders = program.args.length > 0 ? program.args : [await drawPile()];
const piles: ReadPile[] = [];
for (const folder of folders) piles.push(await readPile(folder));
const observations = piles.flatMap((pile) => observePile(pile, { forms, tables }));
const origin: Calibration['origin'] = {
  piles: piles.map(({ truth }) => ({ seed: truth.seed, documents: truth.documents.length })),
  verdicts: 0,
};
const calibration = fitCalibration(observations, origin);
await mkdir(join(options.out, '..'), { recursive: true });
await writeFile(options.out, `${JSON.stringify(calibration, null, 2)}\n`);
console.log(formatCalibration(calibration, observations));

async function drawPile(): Promise<string> {
  const { seed, count } = options;
  const folder = join(options.work, `pile-${seed}-${count}`);
  if (existsSync(join(folder, 'truth.json'))) return folder;
  const wishes = { forms: [...workshop.forms.keys()], hand: 'mixed', damage: 'mixed' } as const;
  const plans = planPile({ ...wishes, seed, count, upsideDown: 0, blank: 0, foreign: 0 });
  await makePile(workshop, plans, folder, { seed, format: 'jpg', onPage: (file) => console.error(file) });
  return folder;
}

async function readPile(folder: string): Promise<ReadPile> {
  const truth = await readTruth(folder);
  const paths = truth.documents.flatMap(({ pages }) => pages.map(({ file }) => join(folder, file)));
  const readings = await readPages(paths, {
    forms: formFolders,
    kept: join(options.work, `readings-${readerVersion(root)}`, truth.seed),
    workers: options.workers,
    onPage: (done, of) => console.error(`${truth.seed}: ${done} of ${of} pages`),
  });
  return { folder, truth, readings };
}
