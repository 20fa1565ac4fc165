import { isDeepStrictEqual } from 'node:util';
import type { Separation, TrayKind } from '../../contract/pile.ts';
import { separatorFindingSchema } from '../../ocr/model/separator.ts';
import { readAgain } from '../pipeline/read-again.ts';
import { profileOf, readSettingsOf, separationOf } from '../pipeline/read-settings.ts';
import type { Transaction } from '../store/connection.ts';
import {
  changesOfEdit,
  findSeparation,
  listPlaces,
  type PileChange,
  type PilePlace,
  type StoredEdit,
  saveSeparation,
  separationOfEdit,
  updatePlace,
} from '../store/pile.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { lockedPages } from './locked-pages.ts';
import { type EditBy, recordEdit } from './record-edit.ts';
import { isSeparator } from './sort-out.ts';

/** Where pages lay before a separation was chosen; null for in the pile. */
type TraysBefore = ReadonlyMap<string, TrayKind | null>;

/**
 * Cuts a pile another way from now on. What lies in the tray by the machine's choice is chosen anew; pages that were never
 * searched for separators are read again where the new way needs it. Documents that a person has worked on stay.
 */
export function setSeparation(transaction: Transaction, by: EditBy, separation: Separation): void {
  const before = findSeparation(transaction, by.batchId);
  const changes = cutAnew(transaction, by, separation);
  if (changes.length === 0 && isDeepStrictEqual(before, separation)) return;
  recordEdit(transaction, {
    ...{ ...by, kind: 'separate', edit: null, changes },
    separation: { before, after: separation },
  });
}

/**
 * Cuts a pile as it was cut before an edit of the kind `separate`. Not by the values that it changed alone: pages may have
 * come in or been read meanwhile, and documents that a person has worked on since stay as they are now.
 *
 * Throws an AppError when the pile is cut otherwise by now.
 */
export function undoSeparation(transaction: Transaction, by: EditBy, { seq }: StoredEdit): void {
  const { before, after } = separationOfEdit(transaction, seq);
  if (!isDeepStrictEqual(findSeparation(transaction, by.batchId), after)) throw refuse('pile-changed');
  const lay = new Map(changesOfEdit(transaction, seq).map(({ pageId, before: { tray = null } }) => [pageId, tray]));
  const changes = cutAnew(transaction, by, before, lay);
  recordEdit(transaction, { ...by, kind: 'undo', edit: seq, changes });
}

/** Cuts a pile again in the way that was taken back. Throws an AppError like `undoSeparation`. */
export function redoSeparation(transaction: Transaction, by: EditBy, { seq }: StoredEdit): void {
  const { before, after } = separationOfEdit(transaction, seq);
  if (!isDeepStrictEqual(findSeparation(transaction, by.batchId), before)) throw refuse('pile-changed');
  const changes = cutAnew(transaction, by, after);
  recordEdit(transaction, { ...by, kind: 'redo', edit: seq, changes });
}

/** Returns what changed, with the pages that are read again because of it: where these go is known only then. */
function cutAnew(
  transaction: Transaction,
  { batchId, actor }: EditBy,
  separation: Separation | null,
  lay: TraysBefore = new Map(),
): PileChange[] {
  saveSeparation(transaction, batchId, separation);
  const locked = lockedPages(transaction, batchId);
  const trayOf = trayChooser(transaction, batchId, lay);
  const changes: PileChange[] = [];
  for (const place of listPlaces(transaction, batchId)) {
    const { pageId, tray } = place;
    if (locked.has(pageId)) continue;
    const chosen = isMachines(place) ? trayOf(place) : tray;
    if (chosen !== tray) updatePlace(transaction, pageId, { tray: chosen });
    // What was a separator is a page now, of which nothing was read.
    const comesBack = tray === 'separator' && chosen !== 'separator';
    const isToBeSearched = place.sought === 0 && readSettingsOf(transaction, pageId).separators !== undefined;
    if (comesBack || isToBeSearched) readAgain(transaction, { pageId, batchId, actor });
    if (chosen !== tray || isToBeSearched) changes.push({ pageId, before: { tray }, after: { tray: chosen } });
  }
  return changes;
}

/** Whether the machine chose whether the page lies in the pile or beside it. */
function isMachines({ tray, kept, dismissed }: PilePlace): boolean {
  return tray === null ? kept === 0 : tray === 'separator' || (tray === 'blank' && dismissed === 0);
}

/** Where a page goes as the pile is cut now, unless it is known where it lay when the pile was cut so before. */
function trayChooser(
  transaction: Transaction,
  batchId: string,
  lay: TraysBefore,
): (place: PilePlace) => TrayKind | null {
  const { by } = separationOf(transaction, batchId);
  const { blanksToTray } = profileOf(transaction, batchId);
  const blanks = blankPages(transaction, batchId);
  return ({ pageId, separator, sheet }) => {
    const before = lay.get(pageId);
    if (before !== undefined) return before;
    const finding = separator === null ? null : separatorFindingSchema.parse(JSON.parse(separator));
    if (finding !== null && isSeparator(finding, by)) return 'separator';
    const blanksGo = by === 'blank-pages' || (blanksToTray ?? sheet !== null);
    return blanksGo && blanks.has(pageId) ? 'blank' : null;
  };
}

function blankPages(transaction: Transaction, batchId: string): ReadonlySet<string> {
  const own = transaction.query.selectFrom('pages').select('id').where('batchId', '=', batchId).where('blank', '=', 1);
  return new Set(transaction.all(own).map(({ id }) => id));
}
