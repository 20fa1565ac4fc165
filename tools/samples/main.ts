import { join } from 'node:path';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { wearSchema } from './degrade/wear/kinds.ts';
import { imageFormats } from './encode.ts';
import { makePile } from './pile.ts';
import { planDemoPile, planPile, usualForms } from './plan.ts';
import { damageLevelSchema, handKindSchema } from './truth.ts';
import { openWorkshop } from './workshop.ts';

/** `npm run samples`: fills our forms with invented people and degrades them as copiers and scanners do. */
const program = new Command('samples')
  .requiredOption('--out <folder>', 'folder for the images and truth.json')
  .option('--count <number>', 'documents to make', '10')
  .option('--seed <text>', 'the same seed gives the same bytes', '1')
  .addOption(new Option('--pile <name>', 'a fixed pile instead of --count').choices(['demo']))
  .option('--form <id>', `only this form, instead of ${usualForms.join(' and ')} in turn`)
  .addOption(new Option('--hand <kind>').choices([...handKindSchema.options, 'mixed']).default('mixed'))
  .option('--face <family>', 'only this font family')
  .addOption(new Option('--damage <level>').choices([...damageLevelSchema.options, 'mixed']).default('mixed'))
  .addOption(new Option('--dpi <number>').choices(['200', '300']))
  .option('--upside-down <number>', 'documents whose first page lies upside down', '0')
  .option('--blank <number>', 'empty pages among the forms', '0')
  .option('--foreign <number>', 'letters among the forms', '0')
  .addOption(new Option('--marks <kind>').choices(['plain', 'hard']).default('plain'))
  .option('--overrun <share>', 'lines of text that leave their field sideways, 0 to 1', '0')
  .option('--misplaced <mm>', 'how far machines write from their place at most', '0')
  .option('--slanted <degrees>', 'how far machines write from the level of the form at most', '0')
  .option('--mixed <share>', 'texts of machines’ documents that are written by pen, 0 to 1', '0')
  .option('--notes <share>', 'pages that bear notes of an office by pen, 0 to 1', '0')
  .option('--corrections <share>', 'fields that were written wrong first and put right, 0 to 1', '0')
  .option('--nothing <share>', 'empty fields and parts that are dashed out or struck through, 0 to 1', '0')
  .option(
    '--wear <names>',
    `what else the paper went through, with commas between: ${wearSchema.options.join(', ')}`,
    '',
  )
  .addOption(new Option('--format <name>').choices(imageFormats).default('jpg'));

const wholeNumber = z.coerce.number().int().nonnegative();
const share = z.coerce.number().min(0).max(1);
const optionsSchema = z.strictObject({
  out: z.string().min(1),
  count: wholeNumber,
  seed: z.string(),
  pile: z.literal('demo').optional(),
  form: z.string().optional(),
  hand: z.enum([...handKindSchema.options, 'mixed']),
  face: z.string().optional(),
  damage: z.enum([...damageLevelSchema.options, 'mixed']),
  dpi: z
    .enum(['200', '300'])
    .transform((dpi) => (dpi === '200' ? 200 : 300))
    .optional(),
  upsideDown: wholeNumber,
  blank: wholeNumber,
  foreign: wholeNumber,
  marks: z.enum(['plain', 'hard']),
  overrun: share,
  misplaced: z.coerce.number().nonnegative(),
  slanted: z.coerce.number().nonnegative(),
  mixed: share,
  notes: share,
  corrections: share,
  nothing: share,
  wear: z
    .string()
    .transform((names) => names.split(',').filter((name) => name !== ''))
    .pipe(z.array(wearSchema)),
  format: z.enum(imageFormats),
});

const parsed = optionsSchema.safeParse(program.parse().opts());
const options = parsed.success ? parsed.data : program.error(z.prettifyError(parsed.error));
const workshop = await openWorkshop(join(import.meta.dirname, '../../resources'));
const forms = options.form === undefined ? usualForms : [options.form];
for (const id of forms.filter((wanted) => !workshop.forms.has(wanted))) {
  program.error(`there is no form ${id}; there are ${[...workshop.forms.keys()].join(', ')}`);
}
const seed = options.pile === undefined ? options.seed : `${options.pile} ${options.seed}`;
const plans = options.pile === 'demo' ? planDemoPile() : planPile({ ...options, seed, forms });
const startedAt = performance.now();
const truth = await makePile(workshop, plans, options.out, {
  seed,
  format: options.format,
  face: options.face,
  dpi: options.dpi,
  manners: {
    marking: options.marks,
    overrun: options.overrun,
    misplacedMm: options.misplaced,
    slantedDeg: options.slanted,
    mixed: options.mixed,
    notes: options.notes,
    corrections: options.corrections,
    nothing: options.nothing,
  },
  wear: options.wear,
  onPage: (file) => console.error(file),
});
const pages = truth.documents.reduce((sum, document) => sum + document.pages.length, 0);
const seconds = (performance.now() - startedAt) / 1000 / pages;
console.log(`${truth.documents.length} documents, ${pages} pages in ${options.out}, ${seconds.toFixed(2)} s a page`);
