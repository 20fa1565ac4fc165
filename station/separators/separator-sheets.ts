import type { SeparatorSheets } from '../../contract/pile.ts';
import { requireProfile } from '../capture/enter-batch.ts';
import { findProfile } from '../profiles.ts';
import { createCodeDrawer } from './draw-code.ts';
import { drawSheets } from './sheets.ts';

/** Draws separator sheets as a PDF. Throws an AppError `NOT_FOUND` for an unknown profile. */
export async function separatorSheets(wish: SeparatorSheets): Promise<Uint8Array> {
  const { profileId, references, copies, bothSides } = wish;
  requireProfile(profileId);
  const profileTitle = findProfile(profileId)?.title ?? { it: profileId, en: profileId };
  const contents = (references ?? [null]).map((reference) => ({ profileId, reference }));
  return await drawSheets({ contents, profileTitle, copies, bothSides }, await createCodeDrawer());
}
