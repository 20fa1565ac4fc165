import { join } from 'node:path';
import type { Word } from '../../../ocr/model/reading.ts';
import { type Measure, measured, median, skipped } from '../measure.ts';
import { measureTree, type TreeUse } from '../process-tree.ts';
import { readNatively } from './native.ts';
import { type PoolRun, readWithPool } from './ours.ts';
import type { BenchPart } from './part.ts';
import { drawSamples, formFolders, pagesOf, type SamplePage } from './samples.ts';
import { countErrors } from './score.ts';

interface Round {
  readonly full: PoolRun;
  readonly zones: PoolRun;
  readonly native: { readonly words: ReadonlyMap<string, readonly Word[]>; readonly use: TreeUse } | null;
}

async function runRound(paths: readonly string[], native: boolean): Promise<Round> {
  const full = await readWithPool(paths, [], { language: 'ita', mode: 'page' });
  const yardstick = native ? await measureTree(() => readNatively(paths, 'ita', 2)) : null;
  const zones = await readWithPool(paths, formFolders, { language: 'ita', mode: 'auto' });
  return { full, zones, native: yardstick && { words: yardstick.result, use: yardstick.use } };
}

function characterErrorRate(pages: readonly SamplePage[], wordsOf: (path: string) => readonly Word[]): number {
  const counts = pages.map((page) => countErrors(wordsOf(page.path), page.lines, page.page.toCaptured));
  const errors = counts.reduce((sum, count) => sum + count.errors, 0);
  return (
    errors /
    Math.max(
      1,
      counts.reduce((sum, count) => sum + count.characters, 0),
    )
  );
}

function speedMeasures(rounds: readonly Round[], pages: number): Measure[] {
  const on = 'samples';
  const perMinute = (use: TreeUse) => (60 * pages) / use.wallSeconds;
  const over = (pick: (round: Round) => number) => median(rounds.map(pick));
  const figures = [
    { measure: 'pages per minute, full page', value: over(({ full }) => perMinute(full.use)), unit: 'pages/min' },
    { measure: 'pages per minute, registered', value: over(({ zones }) => perMinute(zones.use)), unit: 'pages/min' },
    { measure: 'CPU, full page', value: over(({ full }) => full.use.cpuSeconds / pages), unit: 's/page' },
    { measure: 'CPU, registered', value: over(({ zones }) => zones.use.cpuSeconds / pages), unit: 's/page' },
    { measure: 'peak memory, full page', value: over(({ full }) => full.use.peakMemoryMb), unit: 'MB' },
    { measure: 'peak memory, registered', value: over(({ zones }) => zones.use.peakMemoryMb), unit: 'MB' },
  ];
  return figures.map((figure) => measured({ ...figure, on, count: pages }));
}

function ratioMeasures(rounds: readonly Round[], pages: readonly SamplePage[]): Measure[] {
  const on = 'samples';
  const timed = rounds.flatMap(({ full, zones, native }) => (native ? [{ full, zones, native }] : []));
  const [first] = timed;
  if (first === undefined) {
    return [skipped('pages per minute against native', on, 'ratio', 'the command tesseract is not installed')];
  }
  const count = pages.length;
  const ratio = (pick: (round: (typeof timed)[number]) => TreeUse) =>
    median(timed.map((round) => round.native.use.wallSeconds / pick(round).wallSeconds));
  // An upside-down page costs the yardstick nothing and gives it nothing: the errors are compared on upright pages.
  const upright = pages.filter(({ page, lines }) => page.rotationDeg === 0 && lines.length > 0);
  const ours = characterErrorRate(upright, (path) => first.full.readings.get(path)?.words ?? []);
  const theirs = characterErrorRate(upright, (path) => first.native.words.get(path) ?? []);
  return [
    measured({
      measure: 'pages per minute, native',
      on,
      value: median(timed.map(({ native }) => (60 * count) / native.use.wallSeconds)),
      unit: 'pages/min',
      count,
    }),
    measured({
      measure: 'CPU, native',
      on,
      value: median(timed.map(({ native }) => native.use.cpuSeconds / count)),
      unit: 's/page',
      count,
    }),
    measured({
      measure: 'full page against native',
      on,
      value: ratio(({ full }) => full.use),
      unit: 'ratio',
      count,
      aim: { atLeast: 1 },
    }),
    measured({
      measure: 'registered against native',
      on,
      value: ratio(({ zones }) => zones.use),
      unit: 'ratio',
      count,
      aim: { atLeast: 3 },
    }),
    measured({ measure: 'character errors, native', on, value: theirs, unit: 'share', count: upright.length }),
    measured({
      measure: 'character errors, full page',
      on,
      value: ours,
      unit: 'share',
      count: upright.length,
      aim: { atMost: theirs },
    }),
  ];
}

/** Pages per minute, processor time and memory of whole and of registered pages, beside native tesseract's, in rounds. */
export const speedPart: BenchPart = {
  name: 'speed',
  async run({ timedDocuments, seed, rounds, native, scratch }) {
    const pages = pagesOf(await drawSamples(join(scratch, 'speed'), timedDocuments, seed));
    const paths = pages.map(({ path }) => path);
    const results: Round[] = [];
    for (let round = 0; round < rounds; round += 1) results.push(await runRound(paths, native));
    return [...speedMeasures(results, pages.length), ...ratioMeasures(results, pages)];
  },
};
