import type { KeyLine } from '../../ui/key-names.ts';

export const batchesKeys: readonly KeyLine[] = [
  { strokes: ['F2'], meaning: 'scan.title' },
  { strokes: ['F3'], meaning: 'batches.search' },
  { strokes: ['F4'], meaning: 'batches.newFromFiles' },
  { strokes: ['F6'], meaning: 'practice.start' },
  { strokes: ['F7'], meaning: 'watched.open' },
];
