import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { benchCapture, captureParts } from './capture/suite.ts';
import { formatMeasures } from './measure.ts';
import { benchOperator } from './operator/suite.ts';
import { writeFaraPackage } from './reading/fara/package.ts';
import { benchReading, readingParts } from './reading/suite.ts';
import { benchStation, type StationOptions } from './station/suite.ts';

const besideProject = fileURLToPath(new URL('../../../shared/data', import.meta.url));

const partNames = readingParts.map(({ name }) => name);

interface ReadingFlags {
  readonly data?: string;
  readonly documents: number;
  readonly timedDocuments: number;
  readonly seed: string;
  readonly rounds: number;
  readonly only: string[];
  readonly json?: boolean;
}

const capturePartNames = captureParts.map(({ name }) => name);

interface CaptureFlags {
  readonly data?: string;
  readonly pages: number;
  readonly memoryPages: number;
  readonly rounds: number;
  readonly only: string[];
  readonly json?: boolean;
}

interface OperatorFlags {
  readonly documents: number;
  readonly seed: string;
  readonly piles?: string;
  readonly pause: number;
  readonly json?: boolean;
}

interface StationFlags extends StationOptions {
  readonly json?: boolean;
}

const program = new Command('bench').description('Measures the product; asserts nothing.');
program
  .command('reading')
  .description('speed, memory, character errors and field exactness, against native tesseract')
  .option('--data <dir>', 'folder of evaluation data', existsSync(besideProject) ? besideProject : undefined)
  .option('--documents <number>', 'sample documents read for exactness', Number, 400)
  .option('--timed-documents <number>', 'sample documents read for speed', Number, 24)
  .option('--seed <seed>', 'seed of the samples', '1')
  .option('--rounds <number>', 'alternating rounds of what is timed; medians are reported', Number, 3)
  .addOption(new Option('--only <part...>', 'only these parts').choices(partNames).default(partNames, 'all'))
  .option('--json', 'one JSON array on standard output')
  .action(async ({ json, only, data, ...options }: ReadingFlags) => {
    const measures = await benchReading({ ...options, data: data ?? null, parts: only });
    process.stdout.write(`${json ? JSON.stringify(measures, null, 2) : formatMeasures(measures)}\n`);
  });
program
  .command('capture')
  .description('pages accepted per second, time to the verdict on a picture, memory, and how good that verdict is')
  .option('--data <dir>', 'folder of evaluation data', existsSync(besideProject) ? besideProject : undefined)
  .option('--pages <number>', 'pages for each figure of speed', Number, 100)
  .option('--memory-pages <number>', 'pages scanned and read while memory is watched', Number, 5000)
  .option('--rounds <number>', 'alternating rounds of what is timed; medians are reported', Number, 3)
  .addOption(
    new Option('--only <part...>', 'only these parts').choices(capturePartNames).default(capturePartNames, 'all'),
  )
  .option('--json', 'one JSON array on standard output')
  .action(async ({ json, only, data, ...options }: CaptureFlags) => {
    const measures = await benchCapture({ ...options, data: data ?? null, parts: only });
    process.stdout.write(`${json ? JSON.stringify(measures, null, 2) : formatMeasures(measures)}\n`);
  });
program
  .command('operator')
  .description('keystrokes, doubts, errors and response of verification by a simulated operator on the built screens')
  .option('--documents <number>', 'sample documents, half typed and half handwritten', Number, 100)
  .option('--seed <seed>', 'seed of the samples', '1')
  .option('--piles <dir>', 'folder for the drawn and read piles, to measure on them again')
  .option('--pause <ms>', 'from a field to the first key on it; nobody looks and answers in less than 200', Number, 200)
  .option('--json', 'one JSON array on standard output')
  .action(async ({ json, piles, pause, ...options }: OperatorFlags) => {
    const measures = await benchOperator({ ...options, piles: piles ?? null, pauseMs: pause });
    process.stdout.write(`${json ? JSON.stringify(measures, null, 2) : formatMeasures(measures)}\n`);
  });
program
  .command('station')
  .description('the supervisor’s overview over an office of many verified documents')
  .option('--documents <number>', 'verified documents', Number, 20_000)
  .option('--rounds <number>', 'times that it is opened; the median is reported', Number, 7)
  .option('--json', 'one JSON array on standard output')
  .action(async ({ json, ...options }: StationFlags) => {
    const measures = await benchStation(options);
    process.stdout.write(`${json ? JSON.stringify(measures, null, 2) : formatMeasures(measures)}\n`);
  });
program
  .command('fara-package')
  .description('writes the form package of the filings in fara-amendments, to process others of the kind with')
  .requiredOption('--data <dir>', 'folder of evaluation data')
  .requiredOption('--out <dir>', 'folder of the package')
  .action(async ({ data, out }: { data: string; out: string }) => writeFaraPackage(data, out));
await program.parseAsync();
