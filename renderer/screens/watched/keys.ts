import type { KeyLine } from '../../ui/key-names.ts';

/** The key that brings paper in from files, on the batches screen. */
export const addKey = 'F4';

export const watchedKeys: readonly KeyLine[] = [{ strokes: [addKey], meaning: 'watched.add' }];
