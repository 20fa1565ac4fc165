import type { Separation } from '../../contract/pile.ts';
import type { ReadSettings } from '../../ocr/model/result.ts';
import { builtInProfiles, findProfile, type StationProfile } from '../profiles.ts';
import type { ReadableStore } from '../store/connection.ts';
import { findSeparation, type PilePlace } from '../store/pile.ts';

/** The profile of a batch, or the first one when its own is gone. */
export function profileOf(store: ReadableStore, batchId: string): StationProfile {
  const batch = store.first(store.query.selectFrom('batches').select('profileId').where('id', '=', batchId));
  return findProfile(batch?.profileId ?? '') ?? builtInProfiles[0];
}

/** How a pile is cut: as a person said, else as its profile says, else at the forms that are recognised. */
export function separationOf(store: ReadableStore, batchId: string): Separation {
  return findSeparation(store, batchId) ?? profileOf(store, batchId).separation ?? { by: 'forms' };
}

/** How a page is to be read now: as the profile of its batch says, and as people say of the page and of its pile. */
export function readSettingsOf(store: ReadableStore, pageId: string): ReadSettings {
  const place = store.first(
    store.query
      .selectFrom('pile_pages')
      .select(['batchId', 'turnDeg', 'sheet', 'kept', 'separator'])
      .where('pageId', '=', pageId),
  );
  if (place === undefined) throw new Error(`page ${pageId} lies in no pile`);
  const { batchId, turnDeg } = place;
  const separators = separatorsSought(place, separationOf(store, batchId));
  return {
    ...profileOf(store, batchId).settings,
    ...(turnDeg !== null && { turnDeg }),
    ...(separators !== null && { separators }),
  };
}

/** A page that a person put back into the pile, though it looks like a separator, is read like any other. */
function separatorsSought(
  { sheet, kept, separator }: Pick<PilePlace, 'sheet' | 'kept' | 'separator'>,
  { by }: Separation,
): ReadSettings['separators'] | null {
  if (kept === 1 && separator !== null) return null;
  if (by === 'separator-sheets' || by === 'patch-codes') return 'patches';
  return sheet === null ? null : 'sheets';
}
