import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../../integration/station/support/random.ts';
import { mayMount } from './disk.ts';
import { drawTrial, type Trial } from './draw-trial.ts';
import { tryHotFolder } from './hot-folder-trial.ts';
import type { TrialOutcome } from './outcome.ts';
import { tryScan } from './scan-trial.ts';

export interface FaultsOptions {
  readonly trials: number;
  readonly seed: number;
  /** No further trial is begun after this. */
  readonly longestMs?: number;
  /** Called after each trial, with what is needed to draw it again. */
  readonly onTrial?: (trial: TriedTrial) => void;
}

export interface TriedTrial {
  /** Of this trial alone: `--trials 1 --seed` with it draws the same. */
  readonly seed: number;
  readonly trial: Trial;
  readonly outcome: TrialOutcome;
}

/** Tries capture with random faults, one trial after the other. */
export async function tryCapture({ trials, seed, longestMs, onTrial }: FaultsOptions): Promise<TriedTrial[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'tabularium-faults-'));
  const canMount = mayMount();
  const tried: TriedTrial[] = [];
  const untilMs = performance.now() + (longestMs ?? Number.POSITIVE_INFINITY);
  try {
    for (let index = 0; index < trials && performance.now() < untilMs; index += 1) {
      const trial = drawTrial(createRandom(seed + index), canMount);
      const outcome =
        'scan' in trial ? await tryScan(trial.scan, scratch) : await tryHotFolder(trial.hotFolder, scratch);
      const one = { seed: seed + index, trial, outcome };
      tried.push(one);
      onTrial?.(one);
    }
    return tried;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Whether a trial went as promised. */
export function isGood({ outcome: { losses, doubles, faults } }: TriedTrial): boolean {
  return losses.length + doubles.length + faults.length === 0;
}
