import type { KeyLine } from '../../ui/key-names.ts';

/** Opens the next step, as the same key does on the list of batches. */
export const nextStepKey = 'F2';

export const batchKeys: readonly KeyLine[] = [{ strokes: [nextStepKey], meaning: 'batch.keyNext' }];
