import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measure } from '../measure.ts';
import { acceptPart } from './accept.ts';
import { memoryPart } from './memory/memory.ts';
import type { CaptureContext, CapturePart } from './part.ts';
import { qualityPart } from './quality.ts';
import { screenPart } from './screen/screen.ts';
import { verdictPart } from './verdict.ts';

export const captureParts: readonly CapturePart[] = [acceptPart, verdictPart, memoryPart, qualityPart, screenPart];

export interface CaptureOptions extends Omit<CaptureContext, 'scratch'> {
  /** Names of the parts to run. */
  readonly parts: readonly string[];
}

/** Measures capture, part by part. */
export async function benchCapture({ parts, ...options }: CaptureOptions): Promise<Measure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'tabularium-bench-'));
  try {
    const measures: Measure[] = [];
    for (const part of captureParts) {
      if (!parts.includes(part.name)) continue;
      process.stderr.write(`measuring ${part.name}\n`);
      measures.push(...(await part.run({ ...options, scratch })));
    }
    return measures;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
