import type { StoredEdit } from '../store/pile.ts';

export interface History {
  /** Edits that hold, the latest last. */
  readonly done: readonly StoredEdit[];
  /** Edits that were undone and can be done again, the next one last. */
  readonly undone: readonly StoredEdit[];
}

/** Finds out from all edits of a pile which can be undone and done again. A new edit ends the doing again of older ones. */
export function replayEdits(edits: readonly StoredEdit[]): History {
  const done: StoredEdit[] = [];
  let undone: StoredEdit[] = [];
  for (const edit of edits) {
    switch (edit.kind) {
      case 'undo':
        undone.push(...done.splice(-1));
        break;
      case 'redo':
        done.push(...undone.splice(-1));
        break;
      default:
        done.push(edit);
        undone = [];
    }
  }
  return { done, undone };
}
