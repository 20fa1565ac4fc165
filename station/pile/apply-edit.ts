import { isDeepStrictEqual } from 'node:util';
import type { AuditAction } from '../../contract/audit-actions.ts';
import type { PileEditKind } from '../../contract/pile.ts';
import { appendEvent } from '../audit/chain.ts';
import { type PageToRead, readAgain } from '../pipeline/read-again.ts';
import { readSettingsOf } from '../pipeline/read-settings.ts';
import { enqueueAssemblyWhenSettled } from '../pipeline/settle-batch.ts';
import type { Transaction } from '../store/connection.ts';
import {
  changesOfEdit,
  insertEdit,
  listEdits,
  listPlaces,
  type PileChange,
  type PileColumns,
  type PilePlace,
  type StoredEdit,
  updatePlace,
} from '../store/pile.ts';
import type { Rotation } from '../store/tables.ts';
import { refuse } from '../texts/refusals.ts';
import { replayEdits } from './history.ts';
import { lockedPages, refuseLocked, refuseParted } from './locked-pages.ts';

export interface EditBy {
  readonly batchId: string;
  /** Account id. */
  readonly actor: string;
}

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
  { batchId, actor, kind }: EditBy & { readonly kind: PileEditKind },
  wanted: ReadonlyMap<string, PileColumns>,
): void {
  const places = placesOf(transaction, batchId);
  const changes = places.flatMap((place) => changeOf(place, wanted.get(place.pageId)));
  if (changes.length === 0) return;
  write(transaction, { batchId, actor, kind, edit: null, changes });
}

/** Takes the latest edit back. Throws an AppError when there is none, or when its pages have changed since. */
export function undoEdit(transaction: Transaction, by: EditBy): void {
  const edit = replayEdits(listEdits(transaction, by.batchId)).done.at(-1);
  if (edit === undefined) throw refuse('no-edit-to-undo');
  const changes = changesOfEdit(transaction, edit.seq).map(({ pageId, before, after }) => ({
    ...{ pageId, before: after, after: before },
  }));
  repeat(transaction, by, edit, 'undo', changes);
}

/** Does the edit again that was taken back last. Throws an AppError like `undoEdit`. */
export function redoEdit(transaction: Transaction, by: EditBy): void {
  const edit = replayEdits(listEdits(transaction, by.batchId)).undone.at(-1);
  if (edit === undefined) throw refuse('no-edit-to-redo');
  repeat(transaction, by, edit, 'redo', changesOfEdit(transaction, edit.seq));
}

function repeat(
  transaction: Transaction,
  by: EditBy,
  edit: StoredEdit,
  kind: 'undo' | 'redo',
  changes: readonly PileChange[],
): void {
  const places = new Map(placesOf(transaction, by.batchId).map((place) => [place.pageId, place]));
  for (const { pageId, before } of changes) {
    // How a page is shown follows from how it was read last, which is nobody's edit.
    const { rotationDeg: _, ...expected } = before;
    const place = places.get(pageId);
    if (place === undefined || !holds(place, expected)) throw refuse('pile-changed');
  }
  write(transaction, { ...by, kind, edit: edit.seq, changes });
}

function holds(place: Place, expected: PileColumns): boolean {
  return isDeepStrictEqual({ ...place, ...expected }, place);
}

function changeOf(place: Place, wanted: PileColumns | undefined): PileChange[] {
  if (wanted === undefined || holds(place, wanted)) return [];
  const before = Object.fromEntries(Object.entries(place).filter(([column]) => column in wanted));
  return [{ pageId: place.pageId, before, after: wanted }];
}

interface EditToWrite extends EditBy {
  readonly kind: StoredEdit['kind'];
  readonly edit: number | null;
  readonly changes: readonly PileChange[];
}

function write(transaction: Transaction, { batchId, actor, kind, edit, changes }: EditToWrite): void {
  const locked = lockedPages(transaction, batchId);
  refuseLocked(
    locked,
    changes.map(({ pageId }) => pageId),
  );
  insertEdit(transaction, { batchId, kind, edit, actor, changes });
  for (const { pageId, after } of changes) {
    changePlace(transaction, { pageId, batchId, actor }, after);
  }
  refuseParted(locked, listPlaces(transaction, batchId));
  const subject = { subjectKind: 'batch', subjectId: batchId } as const;
  appendEvent(transaction, { actor, action: actions[kind], ...subject, detail: { pages: changes.length } });
  enqueueAssemblyWhenSettled(transaction, batchId);
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
    readAgain(transaction, { pageId, batchId, actor });
  }
}

const actions: Readonly<Record<StoredEdit['kind'], AuditAction>> = {
  move: 'pile.moved',
  rotate: 'pile.turned',
  insert: 'pile.inserted',
  replace: 'pile.replaced',
  'to-tray': 'pile.taken-out',
  'put-back': 'pile.put-back',
  dismiss: 'pile.dismissed',
  split: 'pile.split',
  join: 'pile.joined',
  interleave: 'pile.interleaved',
  undo: 'pile.undone',
  redo: 'pile.redone',
};
