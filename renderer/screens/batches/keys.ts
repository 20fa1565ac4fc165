import type { KeyLine } from '../../ui/key-names.ts';

export const batchesKeys: readonly KeyLine[] = [{ strokes: ['F6'], meaning: 'practice.start' }];
