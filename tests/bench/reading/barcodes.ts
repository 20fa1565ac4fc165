import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { type BarcodeReader, createBarcodeReader } from '../../../ocr/read/barcodes/reader.ts';
import { type Measure, measured, skipped } from '../measure.ts';
import type { BenchPart } from './part.ts';

interface Outcome {
  /** Null for a picture that holds no code. */
  readonly truth: string | null;
  readonly read: readonly string[];
}

async function readPicture(folder: string, name: string, reader: BarcodeReader): Promise<Outcome> {
  const truthFile = join(folder, name.replace(/\.png$/, '.txt'));
  const truth = existsSync(truthFile) ? readFileSync(truthFile, 'utf8') : null;
  const { image } = await decodePage(join(folder, name), name, 0);
  const codes = await reader(image, 'thorough');
  return { truth, read: codes.map(({ text }) => text) };
}

async function benchBarcodes(folder: string): Promise<Measure[]> {
  const reader = await createBarcodeReader();
  const outcomes: Outcome[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.png'))) {
    outcomes.push(await readPicture(folder, name, reader));
  }
  const coded = outcomes.flatMap(({ truth, read }) => (truth === null ? [] : [{ truth, read }]));
  const right = coded.filter(({ truth, read }) => read.includes(truth));
  const wrong = outcomes.filter(({ truth, read }) => read.some((text) => text !== truth));
  return [
    measured({
      measure: 'codes read',
      on: 'barcodes',
      value: right.length / Math.max(1, coded.length),
      unit: 'share',
      count: coded.length,
      aim: { atLeast: 1 },
    }),
    measured({
      measure: 'pictures with a wrong code',
      on: 'barcodes',
      value: wrong.length,
      unit: 'pictures',
      count: outcomes.length,
      aim: { atMost: 0 },
    }),
  ];
}

/** Photos of codes beside their texts, and pictures that must not be taken for a code. */
export const barcodesPart: BenchPart = {
  name: 'barcodes',
  async run({ data }) {
    const folder = data === null ? null : join(data, 'barcodes');
    if (folder === null || !existsSync(folder)) {
      return [skipped('codes read', 'barcodes', 'share', 'name a folder that holds barcodes with --data')];
    }
    return benchBarcodes(folder);
  },
};
