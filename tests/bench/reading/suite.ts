import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measure } from '../measure.ts';
import { accuracyPart } from './accuracy.ts';
import { barcodesPart } from './barcodes.ts';
import { blanksPart } from './blanks.ts';
import { combsPart } from './combs.ts';
import { faraPart } from './fara/part.ts';
import { funsdPart } from './funsd.ts';
import { marksPart } from './marks/part.ts';
import { namesPart } from './names.ts';
import { nativeVersion } from './native.ts';
import type { BenchContext, BenchPart } from './part.ts';
import { registrationPart } from './registration/part.ts';
import { skewPart } from './skew.ts';
import { speedPart } from './speed.ts';
import { stagesPart } from './stages.ts';

export const readingParts: readonly BenchPart[] = [
  speedPart,
  stagesPart,
  accuracyPart,
  combsPart,
  funsdPart,
  blanksPart,
  barcodesPart,
  skewPart,
  registrationPart,
  faraPart,
  marksPart,
  namesPart,
];

export interface ReadingOptions extends Omit<BenchContext, 'native' | 'scratch'> {
  /** Names of the parts to run. */
  readonly parts: readonly string[];
}

/** Measures reading, part by part. */
export async function benchReading({ parts, ...options }: ReadingOptions): Promise<Measure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'tabularium-bench-'));
  const context: BenchContext = { ...options, native: nativeVersion() !== null, scratch };
  try {
    const measures: Measure[] = [];
    for (const part of readingParts) {
      if (!parts.includes(part.name)) continue;
      process.stderr.write(`measuring ${part.name}\n`);
      measures.push(...(await part.run(context)));
    }
    return measures;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
