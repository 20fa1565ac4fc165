import type { KeyLine } from '../../ui/key-names.ts';

/** Where a person corrects their own count of the pile. */
export const correctCountKey = 'F6';

/** The keys of a running scan; what is likeliest next is under Enter as well. */
export const scanKeys: readonly KeyLine[] = [
  { strokes: ['Enter'], meaning: 'scan.keyNext' },
  { strokes: ['F2'], meaning: 'scan.keyPause' },
  { strokes: ['F4'], meaning: 'scanAction.stop' },
  { strokes: [correctCountKey], meaning: 'scan.keyCount' },
  { strokes: ['F9'], meaning: 'scanAction.finish' },
];
