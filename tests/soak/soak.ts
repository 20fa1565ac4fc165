import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { formatMeasures } from '../bench/measure.ts';
import { toMeasures } from './report.ts';
import { workOn } from './work-on.ts';

interface SoakFlags {
  readonly minutes: number;
  readonly papers: number;
  readonly seed: string;
  readonly json?: boolean;
}

// Memory and handles are read from /proc.
if (process.platform !== 'linux') {
  process.stderr.write('The soak run needs Linux.\n');
  process.exit(1);
}

const resources = fileURLToPath(new URL('../../resources', import.meta.url));

await new Command('soak')
  .description(
    'Works piles of invented papers from file to receipt for a long time, and looks at what grew or was left behind.',
  )
  .option('--minutes <number>', 'begin no further pile after so long', Number, 10)
  .option('--papers <number>', 'forms in a pile', Number, 10)
  .option('--seed <text>', 'draws the papers', '1')
  .option('--json', 'one JSON array on standard output')
  .action(async ({ minutes, papers, seed, json }: SoakFlags) => {
    const scratch = mkdtempSync(join(tmpdir(), 'tabularium-soak-'));
    try {
      const soaked = await workOn({
        ...{ longestMs: minutes * 60_000, papers, seed, resources, scratch },
        onRound: ({ seconds }, { pages, stationMb, workersMb, handles }) =>
          process.stderr.write(
            `${pages} pages, the last pile in ${seconds.toFixed(0)} s; station ${stationMb.toFixed(0)} MB, ` +
              `workers ${workersMb.toFixed(0)} MB, ${handles} handles\n`,
          ),
      });
      const measures = toMeasures(soaked);
      process.stdout.write(`${json ? JSON.stringify(measures, null, 2) : formatMeasures(measures)}\n`);
      if (measures.some(({ met }) => met === false)) process.exitCode = 2;
    } finally {
      rmSync(scratch, { recursive: true });
    }
  })
  .parseAsync();
