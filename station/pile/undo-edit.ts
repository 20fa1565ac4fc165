import type { Transaction } from '../store/connection.ts';
import { changesOfEdit, listEdits, type PileChange, type StoredEdit } from '../store/pile.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { applyChanges, holds, placesOf } from './apply-edit.ts';
import { replayEdits } from './history.ts';
import type { EditBy } from './record-edit.ts';
import { redoSeparation, undoSeparation } from './set-separation.ts';

/** Takes the latest edit back. Throws an AppError when there is none, or when its pages have changed since. */
export function undoEdit(transaction: Transaction, by: EditBy): void {
  const edit = replayEdits(listEdits(transaction, by.batchId)).done.at(-1);
  if (edit === undefined) throw refuse('no-edit-to-undo');
  if (edit.kind === 'separate') undoSeparation(transaction, by, edit);
  else repeat(transaction, by, edit, 'undo', backwards(changesOfEdit(transaction, edit.seq)));
}

/** Does the edit again that was taken back last. Throws an AppError like `undoEdit`. */
export function redoEdit(transaction: Transaction, by: EditBy): void {
  const edit = replayEdits(listEdits(transaction, by.batchId)).undone.at(-1);
  if (edit === undefined) throw refuse('no-edit-to-redo');
  if (edit.kind === 'separate') redoSeparation(transaction, by, edit);
  else repeat(transaction, by, edit, 'redo', changesOfEdit(transaction, edit.seq));
}

function backwards(changes: readonly PileChange[]): PileChange[] {
  return changes.map(({ pageId, before, after }) => ({ pageId, before: after, after: before }));
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
  applyChanges(transaction, { ...by, kind, edit: edit.seq, changes });
}
