import { Command, Option } from 'commander';
import { type DamageLevel, damageLevelSchema, type HandKind, handKindSchema } from '../samples/truth.ts';
import { fillForms } from './fill-forms.ts';

interface Options {
  readonly out: string;
  readonly seed: string;
  readonly hand: HandKind;
  readonly damage: DamageLevel;
  readonly fewest: string;
}

/** Fills in real empty forms with invented people. */
const program = new Command('blank-forms')
  .argument('<folder>', 'PDFs of empty forms with a text layer')
  .requiredOption('--out <folder>', 'where images and annotations are written')
  .option('--seed <text>', 'the same seed gives the same bytes', '1')
  .addOption(new Option('--hand <kind>').choices(handKindSchema.options).default('typed'))
  .addOption(new Option('--damage <level>').choices(damageLevelSchema.options).default('light'))
  .option('--fewest <number>', 'pages with fewer blanks are left out', '4')
  .action((folder: string, { out, seed, hand, damage, fewest }: Options) =>
    fillForms(folder, out, { seed, hand, level: damage, fewest: Number(fewest) }),
  );
await program.parseAsync();
