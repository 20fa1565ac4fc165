import type { Separation } from '../../contract/pile.ts';
import type { ReadSettings } from '../../ocr/model/result.ts';
import { builtInProfiles, findProfile, type StationProfile } from '../profiles.ts';
import type { ReadableStore } from '../store/connection.ts';
import { findSeparation } from '../store/pile.ts';

type Readable = Pick<ReadableStore, 'first' | 'query'>;

/** The profile of a batch, or the first one when its own is gone. */
export function profileOf(store: Readable, batchId: string): StationProfile {
  const batch = store.first(store.query.selectFrom('batches').select('profileId').where('id', '=', batchId));
  return findProfile(batch?.profileId ?? '') ?? builtInProfiles[0];
}

/** How a pile is cut: as a person said, else as its profile says, else at the forms that are recognised. */
export function separationOf(store: Readable, batchId: string): Separation {
  return findSeparation(store, batchId) ?? profileOf(store, batchId).separation ?? { by: 'forms' };
}

/** How a page is to be read now: as the profile of its batch says, and as people say of the page and of its pile. */
export function readSettingsOf(store: Readable, pageId: string): ReadSettings {
  const place = store.first(
    store.query
      .selectFrom('pile_pages')
      .select(['pile_pages.batchId', 'pile_pages.turnDeg', 'pile_pages.sheet'])
      .where('pile_pages.pageId', '=', pageId),
  );
  if (place === undefined) throw new Error(`page ${pageId} lies in no pile`);
  const { batchId, turnDeg, sheet } = place;
  const { by } = separationOf(store, batchId);
  const seeksSeparators = sheet !== null || by === 'separator-sheets' || by === 'patch-codes';
  return {
    ...profileOf(store, batchId).settings,
    ...(turnDeg !== null && { turnDeg }),
    ...(seeksSeparators && { separators: true }),
  };
}
