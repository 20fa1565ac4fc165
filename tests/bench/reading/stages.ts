import { basename, join } from 'node:path';
import type { CapturedPage } from '../../../ocr/model/page.ts';
import type { ReadSettings } from '../../../ocr/model/result.ts';
import { estimateBackground } from '../../../ocr/prepare/background.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { configureImageLibrary } from '../../../ocr/prepare/formats/sharp-reader.ts';
import { createKernel, type Kernel } from '../../../ocr/prepare/kernel/kernel.ts';
import { chooseLevels } from '../../../ocr/prepare/levels.ts';
import { placePage } from '../../../ocr/prepare/placement.ts';
import { readPage } from '../../../ocr/worker/read-page.ts';
import { startStopwatch } from '../../../ocr/worker/stopwatch.ts';
import { createReadingTools, type ReadingTools } from '../../../ocr/worker/tools.ts';
import { type Measure, measured, median } from '../measure.ts';
import type { BenchPart } from './part.ts';
import { drawSamples, formFolders, pagesOf, type SamplePage } from './samples.ts';

const stages = ['decode', 'prepare', 'identify', 'read'] as const;
const cleanUps = 9;
const scanDpi = 300;

/** Processor time of this process, compilers and collectors of the runtime included. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function stageMeasures(
  pages: readonly SamplePage[],
  tools: ReadingTools,
  way: { name: string; forms: readonly string[]; settings: ReadSettings },
): Promise<Measure[]> {
  const watch = startStopwatch(cpuMs);
  const read = ({ path, page: { index } }: SamplePage, stopwatch = watch) => {
    const { forms, settings } = way;
    const request = { kind: 'read' as const, path, name: basename(path), index, forms: [...forms], settings };
    return readPage(request, tools, stopwatch);
  };
  // What starts with the first page is no part of a page.
  for (const page of pages.slice(0, 1)) await read(page, startStopwatch());
  for (const page of pages) await read(page);
  return stages.map((stage) =>
    measured({
      measure: `processor time, ${stage}, ${way.name}`,
      on: 'samples',
      value: (watch.timingMs[stage] ?? 0) / pages.length,
      unit: 'ms/page',
      count: pages.length,
    }),
  );
}

/** Background, skew of a degree, specks, contrast, rules and dirt, as they are taken from a noisy page. */
function cleanUp(kernel: Kernel, { image }: CapturedPage): void {
  kernel.scope(() => {
    const page = kernel.load(image);
    const like = () => kernel.make(image.widthPx, image.heightPx);
    const white = kernel.divideByBackground(page, estimateBackground(kernel, page), like());
    const level = kernel.warp(white, like(), placePage(image, 0, 1, 1).toTurned, 255, 'bilinear');
    const smooth = kernel.median3(level, like());
    const { blackLevel, whiteLevel } = chooseLevels(kernel.histogram(smooth));
    kernel.stretch(smooth, blackLevel, whiteLevel);
    const bare = kernel.removeRules(smooth, like(), { threshold: 160, minLengthPx: 120, maxThicknessPx: 8 });
    kernel.despeckle(bare, 160, 6);
  });
}

async function cleanUpMeasure(pages: readonly SamplePage[]): Promise<Measure[]> {
  const scan = pages.find(({ page }) => page.damage.dpi === scanDpi && page.kind === 'form');
  if (scan === undefined) return [];
  const captured = await decodePage(scan.path, basename(scan.path), scan.page.index);
  const kernel = createKernel();
  cleanUp(kernel, captured);
  const times = Array.from({ length: cleanUps }, () => {
    const start = cpuMs();
    cleanUp(kernel, captured);
    return cpuMs() - start;
  });
  return [
    measured({
      measure: 'clean-up, A4 at 300 dpi',
      on: 'samples',
      value: median(times),
      unit: 'ms',
      count: cleanUps,
      aim: { atMost: 150 },
    }),
  ];
}

/** Where a page's processor time goes, one page after the other in this process. */
export const stagesPart: BenchPart = {
  name: 'stages',
  async run({ timedDocuments, seed, scratch }) {
    configureImageLibrary();
    const pages = pagesOf(await drawSamples(join(scratch, 'stages'), timedDocuments, seed));
    const tools = createReadingTools();
    const registered = { name: 'registered', forms: formFolders, settings: { language: 'ita', mode: 'auto' } } as const;
    const whole = { name: 'full page', forms: [], settings: { language: 'ita', mode: 'page' } } as const;
    return [
      ...(await cleanUpMeasure(pages)),
      ...(await stageMeasures(pages, tools, registered)),
      ...(await stageMeasures(pages, tools, whole)),
    ];
  },
};
