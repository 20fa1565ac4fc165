import type { ScanMemory } from '../../contract/capture.ts';
import { findProfile } from '../profiles.ts';
import type { ReadableStore } from '../store/connection.ts';
import { findRememberedScan } from '../store/scans.ts';

/** What the next scan under a profile begins with: what was used last, else what the profile says. */
export function recallScan(store: ReadableStore, profileId: string): ScanMemory {
  const used = findRememberedScan(store, profileId);
  const separation = used?.separation ?? findProfile(profileId)?.separation ?? { by: 'forms' };
  return { scan: used === null ? null : { device: used.device, settings: used.settings }, separation };
}
