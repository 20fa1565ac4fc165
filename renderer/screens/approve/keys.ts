import type { KeyLine } from '../../ui/key-names.ts';

export const approveKeys: readonly KeyLine[] = [
  { strokes: ['F9'], meaning: 'keys.approve' },
  { strokes: ['F7'], meaning: 'keys.sendBack' },
  { strokes: ['ArrowDown'], meaning: 'keys.next' },
  { strokes: ['ArrowUp'], meaning: 'keys.previous' },
  { strokes: ['F8'], meaning: 'keys.wholePage' },
];
