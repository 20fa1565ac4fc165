import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Affine } from '../../../ocr/model/geometry.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';
import { type Measure, measured, median, skipped } from '../measure.ts';
import type { BenchPart } from './part.ts';
import { drawSamples, pagesOf } from './samples.ts';

/** What is said of the pages `deskew-1.png` to `deskew-8.png`, in whole degrees. */
const statedDeg = [-1, -2, -6, 7, 3, -3, 3, 15] as const;

async function skewOf(path: string, index = 0): Promise<number> {
  return preparePage(await decodePage(path, path, index)).skewDeg;
}

/** Angle of the lines on the page once it is upright. */
function angleOf([a, b]: Affine, rotationDeg: 0 | 180): number {
  const sign = rotationDeg === 0 ? 1 : -1;
  return (Math.atan2(sign * b, sign * a) * 180) / Math.PI;
}

async function skewOfSamples(folder: string, documents: number, seed: string): Promise<Measure[]> {
  const pages = pagesOf(await drawSamples(folder, documents, seed)).filter(({ page }) => page.kind === 'form');
  const errors: number[] = [];
  for (const { path, page } of pages) {
    errors.push(Math.abs((await skewOf(path, page.index)) - angleOf(page.toCaptured, page.rotationDeg)));
  }
  const shared = { on: 'samples', unit: 'degrees', count: errors.length };
  return [
    measured({ ...shared, measure: 'skew error, median', value: median(errors) }),
    measured({ ...shared, measure: 'skew error, largest', value: Math.max(...errors), aim: { atMost: 0.1 } }),
  ];
}

async function skewOfScans(folder: string): Promise<Measure[]> {
  const found = await Promise.all(statedDeg.map((_, index) => skewOf(join(folder, `deskew-${index + 1}.png`))));
  const differences = statedDeg.map((stated, index) => Math.abs((found[index] ?? Number.NaN) - stated));
  const rounded = statedDeg.filter((stated, index) => Math.round(found[index] ?? Number.NaN) === stated);
  const shared = { on: 'skew', count: statedDeg.length };
  return [
    measured({ ...shared, measure: 'skew as stated, in whole degrees', value: rounded.length, unit: 'pages' }),
    measured({
      ...shared,
      measure: 'skew against the whole degree, largest',
      value: Math.max(...differences),
      unit: 'degrees',
      aim: { atMost: 0.1 },
    }),
  ];
}

/** The angle of text lines: on samples, whose truth is exact, and on scans of which whole degrees are known. */
export const skewPart: BenchPart = {
  name: 'skew',
  async run({ data, seed, timedDocuments, scratch }) {
    const samples = await skewOfSamples(join(scratch, 'skew'), timedDocuments, seed);
    const folder = data === null ? null : join(data, 'skew');
    if (folder === null || !existsSync(folder)) {
      const why = 'name a folder that holds skew with --data';
      return [...samples, skipped('skew as stated, in whole degrees', 'skew', 'pages', why)];
    }
    return [...samples, ...(await skewOfScans(folder))];
  },
};
