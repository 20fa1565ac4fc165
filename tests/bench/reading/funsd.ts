import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Forecast } from '../../../ocr/extract/calibrate/reliability.ts';
import { type Box, boxSchema } from '../../../ocr/model/geometry.ts';
import type { Word } from '../../../ocr/model/reading.ts';
import { type Measure, measured, skipped } from '../measure.ts';
import { measureTree } from '../process-tree.ts';
import { calibrationMeasures } from './calibration.ts';
import { readNatively } from './native.ts';
import { readWithPool } from './ours.ts';
import type { BenchPart } from './part.ts';
import { foldText, wordScore } from './score.ts';

const wordSchema = z.object({ text: z.string(), box: boxSchema });
const annotationSchema = z.object({ form: z.array(z.object({ words: z.array(wordSchema) })) });
type TruthWord = z.infer<typeof wordSchema>;

function annotatedWords(folder: string, image: string): TruthWord[] {
  const file = join(folder, 'annotations', image.replace(/\.png$/, '.json'));
  const { form } = annotationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return form.flatMap(({ words }) => words);
}

const slackPx = 2;

/** Whether the word is the one that stands where it was read. */
function isRight({ text, box: [x0, y0, x1, y1] }: Word, truth: readonly TruthWord[]): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const liesIn = ([left, top, right, bottom]: Box) =>
    x >= left - slackPx && x <= right + slackPx && y >= top - slackPx && y <= bottom + slackPx;
  return truth.some((word) => liesIn(word.box) && foldText(word.text) === foldText(text));
}

function tokens(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((token) => token !== '');
}

async function benchFunsd(folder: string, native: boolean): Promise<Measure[]> {
  const images = readdirSync(join(folder, 'images'))
    .filter((name) => name.endsWith('.png'))
    .toSorted();
  const paths = images.map((name) => join(folder, 'images', name));
  const annotated = images.map((name) => annotatedWords(folder, name));
  const truth = annotated.map((words) => words.flatMap(({ text }) => tokens(text)));
  const ours = await readWithPool(paths, [], { language: 'eng', mode: 'page' });
  const oursScore = wordScore(
    paths.map((path, index) => ({
      read: ours.readings.get(path)?.words.flatMap(({ text }) => tokens(text)) ?? [],
      truth: truth[index] ?? [],
    })),
  );
  const count = paths.length;
  const forecasts = paths.flatMap((path, index) =>
    (ours.readings.get(path)?.words ?? []).map((word): Forecast => {
      return { probability: word.confidence, right: isRight(word, annotated[index] ?? []) };
    }),
  );
  const perMinute = (60 * count) / ours.use.wallSeconds;
  const measures = [
    measured({ measure: 'words F1, ours', on: 'funsd', value: oursScore, unit: 'share', count }),
    measured({ measure: 'pages per minute, ours', on: 'funsd', value: perMinute, unit: 'pages/min', count }),
    measured({ measure: 'CPU, ours', on: 'funsd', value: ours.use.cpuSeconds / count, unit: 's/page', count }),
    measured({ measure: 'pages that failed', on: 'funsd', value: ours.failures.length, unit: 'pages', count }),
    ...calibrationMeasures(forecasts, 'funsd, words'),
  ];
  if (!native) return measures;
  const { result, use } = await measureTree(() => readNatively(paths, 'eng', 2));
  const nativeScore = wordScore(
    paths.map((path, index) => ({
      read: result.get(path)?.flatMap(({ text }) => tokens(text)) ?? [],
      truth: truth[index] ?? [],
    })),
  );
  return [
    ...measures,
    measured({ measure: 'words F1, native', on: 'funsd', value: nativeScore, unit: 'share', count }),
    measured({
      measure: 'pages per minute, native',
      on: 'funsd',
      value: (60 * count) / use.wallSeconds,
      unit: 'pages/min',
      count,
    }),
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
