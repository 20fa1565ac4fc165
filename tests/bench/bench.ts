import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { formatMeasures } from './measure.ts';
import { benchReading } from './reading/suite.ts';

const besideProject = fileURLToPath(new URL('../../../shared/data', import.meta.url));

const program = new Command('bench').description('Measures the product; asserts nothing.');
program
  .command('reading')
  .description('speed, memory, character errors and field exactness, against native tesseract')
  .option('--data <dir>', 'folder of evaluation data', existsSync(besideProject) ? besideProject : undefined)
  .option('--count <documents>', 'sample documents', '24')
  .option('--seed <seed>', 'seed of the samples', '1')
  .option('--rounds <rounds>', 'alternating rounds; medians are reported', '3')
  .option('--json', 'one JSON array on standard output')
  .action(async (options: { data?: string; count: string; seed: string; rounds: string; json?: boolean }) => {
    const measures = await benchReading({
      data: options.data ?? null,
      count: Number(options.count),
      seed: options.seed,
      rounds: Number(options.rounds),
    });
    process.stdout.write(`${options.json ? JSON.stringify(measures, null, 2) : formatMeasures(measures)}\n`);
  });
await program.parseAsync();
