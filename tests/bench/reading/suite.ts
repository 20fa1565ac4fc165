import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTables } from '../../../ocr/extract/tables.ts';
import type { Word } from '../../../ocr/model/reading.ts';
import { type Measure, measured, median, skipped } from '../measure.ts';
import { measureTree, type TreeUse } from '../process-tree.ts';
import { compareFields, type FieldOutcome } from './fields.ts';
import { benchFunsd } from './funsd.ts';
import { nativeVersion, readNatively } from './native.ts';
import { type PoolRun, readWithPool } from './ours.ts';
import { drawSamples, formFolders, pagesOf, type SamplePage, type SamplePile } from './samples.ts';
import { countErrors } from './score.ts';

export interface ReadingOptions {
  readonly data: string | null;
  readonly count: number;
  readonly seed: string;
  readonly rounds: number;
}

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
      aim: { atLeast: 0.75 },
    }),
    measured({
      measure: 'registered against native',
      on,
      value: ratio(({ zones }) => zones.use),
      unit: 'ratio',
      count,
      aim: { atLeast: 1 },
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

function fieldMeasures(outcomes: readonly FieldOutcome[]): Measure[] {
  const groups: readonly [string, readonly string[]][] = [
    ['samples, typed', ['typed', 'typewriter']],
    ['samples, handwritten', ['handwritten']],
  ];
  return groups.flatMap(([on, hands]) => {
    const own = outcomes.filter(({ hand }) => hands.includes(hand));
    const written = own.filter(({ truth }) => truth !== null && truth !== false);
    const accepted = own.filter((outcome) => outcome.accepted);
    const share = (part: readonly FieldOutcome[], whole: readonly FieldOutcome[]) =>
      part.length / Math.max(1, whole.length);
    const right = (list: readonly FieldOutcome[]) => list.filter((outcome) => outcome.right);
    return [
      measured({ measure: 'field exactness', on, value: share(right(own), own), unit: 'share', count: own.length }),
      measured({
        measure: 'field exactness, written fields',
        on,
        value: share(right(written), written),
        unit: 'share',
        count: written.length,
      }),
      measured({ measure: 'accepted fields', on, value: share(accepted, own), unit: 'share', count: own.length }),
      measured({
        measure: 'false accepts',
        on,
        value: share(
          accepted.filter((outcome) => !outcome.right),
          accepted,
        ),
        unit: 'share',
        count: accepted.length,
      }),
    ];
  });
}

function registrationMeasures(pages: readonly SamplePage[], run: PoolRun): Measure[] {
  const forms = pages.filter(({ page }) => page.kind === 'form');
  const registered = forms.filter(({ path, document, page }) => {
    const registration = run.readings.get(path)?.registration;
    return registration?.form === document.form && registration?.layoutPage === page.layoutPage;
  });
  const strangers = pages.filter(({ page, path }) => page.kind !== 'form' && run.readings.get(path)?.registration);
  return [
    measured({
      measure: 'form and page recognised',
      on: 'samples',
      value: registered.length / Math.max(1, forms.length),
      unit: 'share',
      count: forms.length,
    }),
    measured({
      measure: 'other pages taken for a form',
      on: 'samples',
      value: strangers.length,
      unit: 'pages',
      count: pages.length - forms.length,
    }),
    measured({
      measure: 'pages that failed',
      on: 'samples',
      value: run.failures.length,
      unit: 'pages',
      count: pages.length,
    }),
  ];
}

async function benchSamples(pile: SamplePile, rounds: number, native: boolean): Promise<Measure[]> {
  const pages = pagesOf(pile);
  const paths = pages.map(({ path }) => path);
  const results: Round[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await runRound(paths, native));
  const [first] = results;
  if (first === undefined) return [];
  const tables = await loadTables(fileURLToPath(new URL('../../../resources/tables', import.meta.url)));
  return [
    ...speedMeasures(results, pages.length),
    ...ratioMeasures(results, pages),
    ...registrationMeasures(pages, first.zones),
    ...fieldMeasures(compareFields(pile, pages, first.zones.readings, tables)),
  ];
}

/** Measures reading on fresh samples, and on FUNSD where the data folder holds it. */
export async function benchReading({ data, count, seed, rounds }: ReadingOptions): Promise<Measure[]> {
  const native = nativeVersion() !== null;
  const folder = mkdtempSync(join(tmpdir(), 'tabularium-bench-'));
  try {
    const samples = await benchSamples(await drawSamples(folder, count, seed), rounds, native);
    const funsd = data === null ? null : join(data, 'funsd');
    if (funsd === null || !existsSync(funsd)) {
      return [...samples, skipped('words F1, ours', 'funsd', 'share', 'name a folder that holds funsd with --data')];
    }
    return [...samples, ...(await benchFunsd(funsd, native))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
