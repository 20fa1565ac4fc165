/** Which pages are meant: those that were picked, or else the one under the cursor. */
export interface Selection {
  /** Place of the page under the cursor. */
  readonly cursor: number;
  /** Where a range that Shift draws begins. */
  readonly anchor: number;
  /** Ids of the pages picked. They stay picked when the pile is put in another order. */
  readonly picked: ReadonlySet<string>;
}

export const nothingPicked: Selection = { cursor: 0, anchor: 0, picked: new Set() };

/** One step of the cursor over a grid. */
export type Step = 'left' | 'right' | 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last';

/** Where a step leads, kept within the pile. `lanes` is the number of tiles in a row, `rows` that of rows in sight. */
export function stepTo(cursor: number, step: Step, grid: { count: number; lanes: number; rows: number }): number {
  const { count, lanes, rows } = grid;
  const distances: Record<Step, number> = {
    left: -1,
    right: 1,
    up: -lanes,
    down: lanes,
    'page-up': -lanes * Math.max(1, rows - 1),
    'page-down': lanes * Math.max(1, rows - 1),
    first: -count,
    last: count,
  };
  const wanted = cursor + distances[step];
  // Up from the first row and down from the last one stay in their column.
  if (step === 'up' && wanted < 0) return cursor;
  if (step === 'down' && wanted >= count && Math.floor(cursor / lanes) === Math.floor((count - 1) / lanes))
    return cursor;
  return Math.max(0, Math.min(count - 1, wanted));
}

/** The cursor goes elsewhere; what is picked stays. */
export function withCursor(selection: Selection, cursor: number): Selection {
  return { ...selection, cursor, anchor: cursor };
}

/** Picks a page, or lets it go again. */
export function toggled(selection: Selection, cursor: number, pageId: string): Selection {
  const picked = new Set(selection.picked);
  if (!picked.delete(pageId)) picked.add(pageId);
  return { cursor, anchor: cursor, picked };
}

/** The places between the anchor and the cursor, both included. */
export function rangeOf({ anchor }: Selection, cursor: number): { readonly from: number; readonly to: number } {
  return { from: Math.min(anchor, cursor), to: Math.max(anchor, cursor) + 1 };
}
