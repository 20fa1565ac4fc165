import type { KeyLine } from '../../ui/key-names.ts';

export const approveKey = 'F9';
export const sendBackKey = 'F7';

export const approveKeys: readonly KeyLine[] = [
  { strokes: [approveKey], meaning: 'keys.approve' },
  { strokes: [sendBackKey], meaning: 'keys.sendBack' },
  { strokes: ['ArrowDown'], meaning: 'keys.next' },
  { strokes: ['ArrowUp'], meaning: 'keys.previous' },
  { strokes: ['F8'], meaning: 'keys.wholePage' },
];
