import type { KeyLine } from '../../ui/key-names.ts';

export const batchesKeys: readonly KeyLine[] = [
  { strokes: ['F2'], meaning: 'scan.title' },
  { strokes: ['F6'], meaning: 'practice.start' },
];
