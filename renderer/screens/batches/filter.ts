import type { Batch } from '../../../contract/batch.ts';
import { folded } from '../../ui/folded.ts';
import { type Stage, stageOf } from './stage.ts';

/** Which batches are looked for. */
export interface BatchFilter {
  /** Parts of the name of the batch, or of who made it. */
  readonly words: string;
  /** What they wait for; null for anything. */
  readonly stage: Stage | null;
}

export const everyBatch: BatchFilter = { words: '', stage: null };

/** The batches in which every word occurs, whatever its case and accents, newest first. Practice waits for nothing. */
export function batchesFound(batches: readonly Batch[], { words, stage }: BatchFilter): Batch[] {
  const wanted = folded(words).split(/\s+/);
  return batches
    .filter((batch) => stage === null || (!batch.practice && stageOf(batch.progress) === stage))
    .filter(({ name, createdBy }) => wanted.every((word) => folded(`${name} ${createdBy}`).includes(word)))
    .toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
}
