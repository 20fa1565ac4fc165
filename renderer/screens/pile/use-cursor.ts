import { useCallback, useState } from 'react';
import { type PileList, pileListLimit } from '../../app/queries.ts';
import type { PilePages } from '../../app/use-pile-pages.ts';
import { useStation } from '../../app/use-station.ts';
import { nothingPicked, rangeOf, type Selection, type Step, stepTo, toggled, withCursor } from './selection.ts';

export interface Cursor {
  readonly selection: Selection;
  step(step: Step, extend: boolean): void;
  /** A page was pointed at. */
  point(index: number, how: 'alone' | 'toggle' | 'range'): void;
  toggle(): void;
  pickAll(): void;
  /** Lets everything go. */
  clear(): void;
  /** Goes to the first page, with nothing picked. */
  reset(): void;
  /** Goes to where a page lies now. */
  follow(pageId: string): void;
  setGrid(lanes: number, rows: number): void;
}

/** The cursor over a list of pages, and the pages picked. Ranges may reach over pages that were never in sight. */
export function useCursor(list: PileList, pages: PilePages): Cursor {
  const { station } = useStation();
  const [state, setSelection] = useState(nothingPicked);
  const [grid, setGrid] = useState({ lanes: 1, rows: 1 });
  const count = pages.total ?? 0;
  const cursor = Math.max(0, Math.min(state.cursor, count - 1));
  const selection = { ...state, cursor };

  async function idsOf(from: number, to: number): Promise<string[]> {
    const ids: string[] = [];
    for (let at = from; at < to; at += pileListLimit) {
      const range = { batchId: list.batchId, from: at, count: Math.min(pileListLimit, to - at) };
      const part = list.tray ? await station.piles.tray({ ...range, kind: null }) : await station.piles.pages(range);
      ids.push(...part.pages.map(({ id }) => id));
    }
    return ids;
  }

  const extendTo = (to: number): void => {
    const range = rangeOf(selection, to);
    setSelection({ ...selection, cursor: to });
    // The answer is for this cursor only: it may have moved on meanwhile.
    void idsOf(range.from, range.to).then((ids) =>
      setSelection((now) => (now.cursor === to ? { ...now, picked: new Set(ids) } : now)),
    );
  };
  const toggleAt = (index: number): void => {
    const page = pages.at(index);
    if (page !== undefined) setSelection(toggled(selection, index, page.id));
  };

  return {
    selection,
    step(step, extend) {
      const to = stepTo(cursor, step, { count, ...grid });
      if (extend) extendTo(to);
      else setSelection(withCursor(selection, to));
    },
    point(index, how) {
      if (how === 'range') extendTo(index);
      else if (how === 'toggle') toggleAt(index);
      else setSelection({ cursor: index, anchor: index, picked: new Set() });
    },
    toggle: () => toggleAt(cursor),
    pickAll: () => void idsOf(0, count).then((ids) => setSelection((now) => ({ ...now, picked: new Set(ids) }))),
    clear: () => setSelection((now) => ({ ...now, picked: new Set() })),
    reset: () => setSelection(nothingPicked),
    follow(pageId) {
      void station.piles.placeOf({ pageId }).then((place) => {
        if (place !== null) setSelection((now) => withCursor(now, place));
      });
    },
    setGrid: useCallback(
      (lanes, rows) => setGrid((now) => (now.lanes === lanes && now.rows === rows ? now : { lanes, rows })),
      [],
    ),
  };
}
