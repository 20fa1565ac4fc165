import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Forecast } from '../../../ocr/extract/calibrate/reliability.ts';
import type { Box } from '../../../ocr/model/geometry.ts';
import type { Word } from '../../../ocr/model/reading.ts';
import { type FunsdPage, halvesOf, readFunsd } from '../../../tools/train/noisy-pages/funsd.ts';
import { type Measure, measured, skipped } from '../measure.ts';
import { measureTree } from '../process-tree.ts';
import { calibrationMeasures } from './calibration.ts';
import { type AnswerCount, countAnswers } from './funsd-answers.ts';
import { linkScore, spellings } from './funsd-links.ts';
import { readNatively } from './native.ts';
import { type PoolRun, readWithPool } from './ours.ts';
import type { BenchPart } from './part.ts';
import { foldText, wordScore } from './score.ts';

function tokens(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((token) => token !== '');
}

type WordsOf = (page: FunsdPage) => readonly { readonly text: string }[];

function wordsF1(pages: readonly FunsdPage[], wordsOf: WordsOf): number {
  return wordScore(
    pages.map((page) => ({
      read: wordsOf(page).flatMap(({ text }) => tokens(text)),
      truth: page.entities.flatMap(({ words }) => words.flatMap(({ text }) => tokens(text))),
    })),
  );
}

async function benchFunsd(folder: string, native: boolean): Promise<Measure[]> {
  const pages = readFunsd(folder);
  const paths = pages.map(({ image }) => image);
  const ours = await readWithPool(paths, [], { language: 'eng', mode: 'page' });
  const { held } = halvesOf(pages);
  return [
    ...textMeasures('funsd', pages, ours),
    ...textMeasures('funsd, half not fitted to', held, ours),
    ...speedMeasures(ours, paths.length),
    ...calibrationMeasures(forecastsOf(pages, ours), 'funsd, words'),
    ...(await answerMeasures(pages, held)),
    ...(native ? await nativeMeasures(pages) : []),
  ];
}

function textMeasures(on: string, pages: readonly FunsdPage[], { readings }: PoolRun): Measure[] {
  const count = pages.length;
  const words = wordsF1(pages, ({ image }) => readings.get(image)?.words ?? []);
  const linked = pages.map((page) => ({ page, pairs: readings.get(page.image)?.pairs ?? [] }));
  const links = Object.entries(spellings).map(([name, spell]) =>
    measured({ measure: `links F1, ${name}`, on, value: linkScore(linked, spell), unit: 'share', count }),
  );
  return [
    measured({ measure: 'words F1, ours', on, value: words, unit: 'share', count, aim: { atLeast: 0.75 } }),
    ...links,
  ];
}

function forecastsOf(pages: readonly FunsdPage[], { readings }: PoolRun): Forecast[] {
  return pages.flatMap((page) =>
    (readings.get(page.image)?.words ?? []).map((word): Forecast => {
      return { probability: word.confidence, right: isRight(word, page) };
    }),
  );
}

const slackPx = 2;

/** Whether the word is the one that stands where it was read. */
function isRight({ text, box: [x0, y0, x1, y1] }: Word, { entities }: FunsdPage): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const liesIn = ([left, top, right, bottom]: Box) =>
    x >= left - slackPx && x <= right + slackPx && y >= top - slackPx && y <= bottom + slackPx;
  return entities.some(({ words }) => words.some((word) => liesIn(word.box) && foldText(word.text) === foldText(text)));
}

function speedMeasures({ use, failures }: PoolRun, count: number): Measure[] {
  const perMinute = (60 * count) / use.wallSeconds;
  return [
    measured({ measure: 'pages per minute, ours', on: 'funsd', value: perMinute, unit: 'pages/min', count }),
    measured({ measure: 'CPU, ours', on: 'funsd', value: use.cpuSeconds / count, unit: 's/page', count }),
    measured({ measure: 'pages that failed', on: 'funsd', value: failures.length, unit: 'pages', count }),
  ];
}

async function answerMeasures(pages: readonly FunsdPage[], held: readonly FunsdPage[]): Promise<Measure[]> {
  const counts = await countAnswers(pages);
  return [answerMeasure('funsd', pages, counts), answerMeasure('funsd, half not fitted to', held, counts)];
}

function answerMeasure(on: string, pages: readonly FunsdPage[], counts: ReadonlyMap<FunsdPage, AnswerCount>): Measure {
  const total = (part: keyof AnswerCount) => pages.reduce((sum, page) => sum + (counts.get(page)?.[part] ?? 0), 0);
  const count = total('all');
  return measured({
    measure: 'answers right in given boxes, loose',
    on,
    value: total('right') / Math.max(1, count),
    unit: 'share',
    count,
    aim: { atLeast: 0.84 },
  });
}

async function nativeMeasures(pages: readonly FunsdPage[]): Promise<Measure[]> {
  const count = pages.length;
  const paths = pages.map(({ image }) => image);
  const { result, use } = await measureTree(() => readNatively(paths, 'eng', 2));
  const perMinute = (60 * count) / use.wallSeconds;
  const words = wordsF1(pages, ({ image }) => result.get(image) ?? []);
  return [
    measured({ measure: 'words F1, native', on: 'funsd', value: words, unit: 'share', count }),
    measured({ measure: 'pages per minute, native', on: 'funsd', value: perMinute, unit: 'pages/min', count }),
    measured({ measure: 'CPU, native', on: 'funsd', value: use.cpuSeconds / count, unit: 's/page', count }),
  ];
}

/** FUNSD (Jaume et al. 2019): noisy scanned forms of about 100 dpi, in English. */
export const funsdPart: BenchPart = {
  name: 'funsd',
  async run({ data, native }) {
    const folder = data === null ? null : join(data, 'funsd');
    if (folder === null || !existsSync(folder)) {
      return [skipped('words F1, ours', 'funsd', 'share', 'name a folder that holds funsd with --data')];
    }
    return benchFunsd(folder, native);
  },
};
