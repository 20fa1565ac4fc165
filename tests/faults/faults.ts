import { Command } from 'commander';
import { formatMeasures } from '../bench/measure.ts';
import { toMeasures } from './capture/report.ts';
import { isGood, type TriedTrial, tryCapture } from './capture/suite.ts';

interface CaptureFlags {
  readonly trials: number;
  readonly seed: number;
  readonly minutes: number;
  readonly json?: boolean;
}

const program = new Command('faults').description('Lets things go wrong at random, and looks what was lost.');
program
  .command('capture')
  .description('pages from a scanner and a watched folder: kills, full and read-only disks, clocks, broken scanners')
  .option('--trials <number>', 'how many', Number, 40)
  .option('--seed <number>', 'draws the trials; that of the first is given, each next one has one more', Number, 1)
  .option('--minutes <number>', 'begin no further trial after so long', Number, Number.POSITIVE_INFINITY)
  .option('--json', 'one JSON array on standard output')
  .action(async ({ trials, seed, minutes, json }: CaptureFlags) => {
    const tried = await tryCapture({ trials, seed, longestMs: minutes * 60_000, onTrial: tellTrouble });
    const measures = toMeasures(tried);
    process.stdout.write(`${json ? JSON.stringify(measures, null, 2) : formatMeasures(measures)}\n`);
    if (!tried.every(isGood)) process.exitCode = 2;
  });
await program.parseAsync();

function tellTrouble(tried: TriedTrial): void {
  if (!isGood(tried)) process.stderr.write(`${JSON.stringify(tried)}\n`);
}
