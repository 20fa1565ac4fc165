import { isDeepStrictEqual } from 'node:util';
import { type PageToRead, readAgain } from '../pipeline/read-again.ts';
import { readSettingsOf } from '../pipeline/read-settings.ts';
import type { Transaction } from '../store/connection.ts';
import {
  listPlaces,
  type PileChange,
  type PileColumns,
  type PilePlace,
  type StoredEdit,
  updatePlace,
} from '../store/pile.ts';
import { notePutRight } from '../store/rescans.ts';
import type { Rotation } from '../store/tables/column-types.ts';
import { lockedPages, refuseLocked, refuseParted } from './locked-pages.ts';
import { type EditBy, recordEdit } from './record-edit.ts';

/** A page's place as an edit sees it. */
export interface Place extends PilePlace {
  /** How the page is shown. */
  readonly rotationDeg: Rotation;
}

/** Every page of a batch in order, those of the tray at the places where they lay. */
export function placesOf(transaction: Transaction, batchId: string): Place[] {
  const shown = transaction.all(
    transaction.query.selectFrom('pages').select(['id', 'rotationDeg']).where('batchId', '=', batchId),
  );
  const rotations = new Map(shown.map(({ id, rotationDeg }) => [id, rotationDeg]));
  return listPlaces(transaction, batchId).map((place) => ({
    ...place,
    rotationDeg: rotations.get(place.pageId) ?? 0,
  }));
}

/**
 * Writes an edit of a pile: what changes, how to undo it, and its audit event. Nothing is written where nothing changes.
 *
 * Throws an AppError when a document that a person has worked on would be touched.
 */
export function applyEdit(
  transaction: Transaction,
  { batchId, actor, kind }: EditBy & { readonly kind: PlacesEdit['kind'] },
  wanted: ReadonlyMap<string, PileColumns>,
): void {
  const places = placesOf(transaction, batchId);
  const changes = places.flatMap((place) => changeOf(place, wanted.get(place.pageId)));
  if (changes.length === 0) return;
  applyChanges(transaction, { batchId, actor, kind, edit: null, changes });
}

/** Whether a place is as an edit left it. */
export function holds(place: Place, expected: PileColumns): boolean {
  return isDeepStrictEqual({ ...place, ...expected }, place);
}

function changeOf(place: Place, wanted: PileColumns | undefined): PileChange[] {
  if (wanted === undefined || holds(place, wanted)) return [];
  const before = Object.fromEntries(Object.entries(place).filter(([column]) => column in wanted));
  return [{ pageId: place.pageId, before, after: wanted }];
}

interface PlacesEdit extends EditBy {
  readonly kind: Exclude<StoredEdit['kind'], 'separate'>;
  /** The one that is undone or done again. */
  readonly edit: number | null;
  readonly changes: readonly PileChange[];
}

/** Changes places of a pile and writes that down. Throws an AppError like `applyEdit`. */
export function applyChanges(transaction: Transaction, edit: PlacesEdit): void {
  const { batchId, actor, changes } = edit;
  const locked = lockedPages(transaction, batchId);
  refuseLocked(
    locked,
    changes.map(({ pageId }) => pageId),
  );
  for (const { pageId, after } of changes) {
    changePlace(transaction, { pageId, batchId, actor }, after);
  }
  refuseParted(locked, listPlaces(transaction, batchId));
  recordEdit(transaction, edit);
}

/** Changes a page's place, and has the page read again when that changes how it is to be read. */
function changePlace(
  transaction: Transaction,
  { pageId, batchId, actor }: PageToRead,
  { rotationDeg, ...columns }: PileColumns,
): void {
  const mayMatter = columns.turnDeg !== undefined || columns.kept !== undefined;
  const before = mayMatter ? readSettingsOf(transaction, pageId) : null;
  if (Object.keys(columns).length > 0) updatePlace(transaction, pageId, columns);
  if (rotationDeg !== undefined) {
    transaction.run(transaction.query.updateTable('pages').set({ rotationDeg }).where('id', '=', pageId));
  }
  if (before !== null && !isDeepStrictEqual(readSettingsOf(transaction, pageId), before)) {
    if (columns.turnDeg !== undefined) notePutRight(transaction, pageId);
    readAgain(transaction, { pageId, batchId, actor });
  }
}
