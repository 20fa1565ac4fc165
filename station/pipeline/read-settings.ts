import type { ReadSettings } from '../../ocr/model/result.ts';
import { builtInProfiles, findProfile } from '../profiles.ts';
import type { ReadableStore } from '../store/connection.ts';

/** How pages of a batch are read: as its profile says, or as the first profile does when that is gone. */
export function readSettingsOf(store: Pick<ReadableStore, 'first' | 'query'>, batchId: string): ReadSettings {
  const batch = store.first(store.query.selectFrom('batches').select('profileId').where('id', '=', batchId));
  return (findProfile(batch?.profileId ?? '') ?? builtInProfiles[0]).settings;
}
