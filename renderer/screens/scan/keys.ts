import type { KeyLine } from '../../ui/key-names.ts';
import type { ScanAction } from './session.ts';

/** Pausing and going on are one key: the hand need not look for another. */
export const actionKeys = { pause: 'F2', resume: 'F2', stop: 'F4', finish: 'F9' } as const satisfies Record<
  ScanAction,
  string
>;

/** Where a person corrects their own count of the pile. */
export const correctCountKey = 'F6';

/** The keys of a running scan; what is likeliest next is under Enter as well. */
export const scanKeys: readonly KeyLine[] = [
  { strokes: ['Enter'], meaning: 'scan.keyNext' },
  { strokes: [actionKeys.pause], meaning: 'scan.keyPause' },
  { strokes: [actionKeys.stop], meaning: 'scanAction.stop' },
  { strokes: [correctCountKey], meaning: 'scan.keyCount' },
  { strokes: [actionKeys.finish], meaning: 'scanAction.finish' },
];
