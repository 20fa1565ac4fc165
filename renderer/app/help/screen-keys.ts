import { approveKeys } from '../../screens/approve/keys.ts';
import { batchKeys } from '../../screens/batch/keys.ts';
import { batchesKeys } from '../../screens/batches/keys.ts';
import { deliverKeys } from '../../screens/deliver/keys.ts';
import { formsKeys } from '../../screens/forms/keys.ts';
import { groupKeys } from '../../screens/groups/keys.ts';
import { oversightKeys } from '../../screens/oversight/keys.ts';
import { pileKeys } from '../../screens/pile/keys.ts';
import { scanKeys } from '../../screens/scan/keys.ts';
import { verifyKeys } from '../../screens/verify/keys.ts';
import { watchedKeys } from '../../screens/watched/keys.ts';
import type { KeyLine } from '../../ui/key-names.ts';
import { backKey } from '../../ui/ScreenHead.tsx';
import type { Route } from '../route.ts';

export type ScreenName = Route['screen'] | 'signIn';

/** Covers the window until its person is back. */
export const lockKey = 'Ctrl+L';

/** Keys that do the same on every screen. */
export const keysEverywhere: readonly KeyLine[] = [
  { strokes: ['F1'], meaning: 'keys.showManual' },
  { strokes: ['Shift+F1', '?'], meaning: 'keys.showKeys' },
  { strokes: ['Tab'], meaning: 'keys.nextPlace' },
  { strokes: ['Shift+Tab'], meaning: 'keys.previousPlace' },
  { strokes: [backKey], meaning: 'keys.back' },
  { strokes: [lockKey], meaning: 'keys.lock' },
];

/** The keys of each screen, told in one way by the list of keys and by the manual. */
export const screenKeys: Readonly<Record<ScreenName, readonly KeyLine[]>> = {
  signIn: [],
  batches: batchesKeys,
  watched: watchedKeys,
  scan: scanKeys,
  batch: batchKeys,
  pile: pileKeys,
  forms: formsKeys,
  accounts: [],
  audit: [],
  oversight: oversightKeys,
  deliver: deliverKeys,
  practice: [],
  groups: groupKeys,
  verify: verifyKeys,
  approve: approveKeys,
};

/** What a screen hears: its own keys, and those of every screen that it does not use for something else. */
export function keysOn(screen: ScreenName): readonly KeyLine[] {
  const taken = new Set(screenKeys[screen].flatMap(({ strokes }) => strokes));
  // Nobody is at the window yet who could lock it.
  if (screen === 'signIn') taken.add(lockKey);
  const others = keysEverywhere.filter(({ strokes }) => !strokes.some((stroke) => taken.has(stroke)));
  return [...screenKeys[screen], ...others];
}
