import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measure } from '../measure.ts';
import { measureOverview } from './overview.ts';

export interface StationOptions {
  /** Verified documents of the office that is measured. */
  readonly documents: number;
  readonly rounds: number;
}

/** Measures what the station answers from its database alone. */
export async function benchStation({ documents, rounds }: StationOptions): Promise<Measure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'tabularium-bench-'));
  try {
    return await measureOverview(join(scratch, 'office'), documents, rounds);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
