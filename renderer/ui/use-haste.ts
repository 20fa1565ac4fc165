import { useCallback, useEffect, useRef, useState } from 'react';
import { createScrollPace, type ScrollPace, scrollPauseMs } from './scroll-pace.ts';

/** Rows from `from` up to but not including `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

export interface Haste {
  /** While somebody hurries through the list: the rows that were on screen when it began. Null in calm. */
  readonly since: RowRange | null;
  /** Called after each scroll with where the list stands and the rows that exist. */
  note(topPx: number, rows: RowRange): void;
}

/** Whether somebody hurries through a list of tiles; over as soon as the hand is calm again or rests. */
export function useHaste(tileHeightPx: number): Haste {
  const [since, setSince] = useState<RowRange | null>(null);
  const pace = useRef<ScrollPace | null>(null);
  const rest = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    pace.current = createScrollPace(tileHeightPx);
    return () => {
      if (rest.current !== null) clearTimeout(rest.current);
    };
  }, [tileHeightPx]);

  const note = useCallback((topPx: number, rows: RowRange): void => {
    if (rest.current !== null) clearTimeout(rest.current);
    rest.current = setTimeout(() => setSince(null), scrollPauseMs);
    const isHasty = pace.current?.note(topPx, performance.now()) ?? false;
    setSince((before) => (isHasty ? (before ?? rows) : null));
  }, []);
  return { since, note };
}
