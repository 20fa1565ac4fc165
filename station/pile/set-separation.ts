import type { Separation } from '../../contract/pile.ts';
import { separatorFindingSchema } from '../../ocr/model/separator.ts';
import { appendEvent } from '../audit/chain.ts';
import { readAgain } from '../pipeline/read-again.ts';
import { profileOf, readSettingsOf } from '../pipeline/read-settings.ts';
import { enqueueAssemblyWhenSettled } from '../pipeline/settle-batch.ts';
import type { Transaction } from '../store/connection.ts';
import { listPlaces, type PilePlace, saveSeparation, updatePlace } from '../store/pile.ts';
import type { EditBy } from './apply-edit.ts';
import { lockedPages } from './locked-pages.ts';
import { isSeparator } from './sort-out.ts';

/**
 * Cuts a pile another way from now on. What lies in the tray by the machine's choice is chosen anew; pages that were never
 * searched for separators are read again where the new way needs it. Documents that a person has worked on stay.
 */
export function setSeparation(transaction: Transaction, { batchId, actor }: EditBy, separation: Separation): void {
  saveSeparation(transaction, batchId, separation);
  appendEvent(transaction, {
    ...{ actor, action: 'pile.separation-set', subjectKind: 'batch', subjectId: batchId },
    detail: { by: separation.by },
  });
  const locked = lockedPages(transaction, batchId);
  const blanks = blankPages(transaction, batchId);
  const { blanksToTray } = profileOf(transaction, batchId);
  for (const place of listPlaces(transaction, batchId)) {
    const { pageId } = place;
    if (locked.has(pageId)) continue;
    const blanksGo = separation.by === 'blank-pages' || (blanksToTray ?? place.sheet !== null);
    const comesBack = chooseTray(transaction, place, separation, blanksGo && blanks.has(pageId));
    const isToBeSearched = place.sought === 0 && readSettingsOf(transaction, pageId).separators !== undefined;
    if (comesBack || isToBeSearched) readAgain(transaction, { pageId, batchId, actor });
  }
  enqueueAssemblyWhenSettled(transaction, batchId);
}

/** Returns whether what was a separator is a page now, which has to be read. */
function chooseTray(transaction: Transaction, place: PilePlace, { by }: Separation, isBlankToGo: boolean): boolean {
  const { pageId, tray, kept, dismissed } = place;
  const finding = place.separator === null ? null : separatorFindingSchema.parse(JSON.parse(place.separator));
  const divides = finding !== null && isSeparator(finding, by);
  const isMachines = tray === 'separator' || (tray === 'blank' && dismissed === 0);
  if (tray === null ? kept === 1 : !isMachines) return false;
  const chosen = divides ? 'separator' : isBlankToGo ? 'blank' : null;
  if (chosen !== tray) updatePlace(transaction, pageId, { tray: chosen });
  return tray === 'separator' && chosen !== 'separator';
}

function blankPages(transaction: Transaction, batchId: string): ReadonlySet<string> {
  const own = transaction.query.selectFrom('pages').select('id').where('batchId', '=', batchId).where('blank', '=', 1);
  return new Set(transaction.all(own).map(({ id }) => id));
}
