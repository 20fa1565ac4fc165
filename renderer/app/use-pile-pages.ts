import { keepPreviousData, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PilePage } from '../../contract/pile.ts';
import type { TileRange } from '../ui/TileGrid.tsx';
import { type PileList, pileChunkPages } from './queries.ts';
import { useStation } from './use-station.ts';

export interface PilePages {
  /** Pages in the whole list; null until the first answer. */
  readonly total: number | null;
  /** Undefined while the part of the list around it is on its way. */
  at(index: number): PilePage | undefined;
  readonly error: unknown;
  /** Tells which pages are on screen: only those are asked for. */
  look(range: TileRange): void;
  retry(): void;
}

/** Changes that come faster than this are fetched together. */
const leastPauseMs = 250;

/**
 * The pages of a pile, or of its tray, as far as they are looked at. Ten thousand pages are never in one answer: the list
 * is fetched in parts, and only the parts in sight are fetched again when `revision` grows.
 */
export function usePilePages(list: PileList, revision: number | string): PilePages {
  const { queries } = useStation();
  const queryClient = useQueryClient();
  const [chunks, setChunks] = useState<readonly number[]>([0]);
  const total = useRef<number | null>(null);
  const answers = useQueries({
    queries: chunks.map((chunk) => ({ ...queries.pilePages(list, chunk), placeholderData: keepPreviousData })),
  });
  const newest = answers.reduce<(typeof answers)[number] | undefined>(
    (last, answer) => (last === undefined || answer.dataUpdatedAt > last.dataUpdatedAt ? answer : last),
    undefined,
  );
  total.current = newest?.data?.total ?? total.current;

  const queryKey = queries.pilePages(list, 0).queryKey.slice(0, -1);
  useInvalidation(revision, () => queryClient.invalidateQueries({ queryKey }, { cancelRefetch: false }));

  const parts = new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [[data.from, data.pages] as const])));
  return {
    total: total.current,
    at(index) {
      const from = index - (index % pileChunkPages);
      return parts.get(from)?.[index - from];
    },
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    look: useCallback(({ from, to }: TileRange) => {
      const first = Math.floor(from / pileChunkPages);
      const last = Math.floor(Math.max(from, to - 1) / pileChunkPages);
      setChunks((before) => {
        const wanted = Array.from({ length: last - first + 1 }, (_, index) => first + index);
        return wanted.join() === before.join() ? before : wanted;
      });
    }, []),
    retry: () => void queryClient.invalidateQueries({ queryKey }),
  };
}

/** Fetches again after each change of `revision`, at most every `leastPauseMs`, and never misses the last change. */
function useInvalidation(revision: number | string, invalidate: () => Promise<void>): void {
  const latest = useRef(invalidate);
  const state = useRef<{ seen: number | string; lastMs: number; timer: ReturnType<typeof setTimeout> | null }>({
    ...{ seen: revision, lastMs: 0, timer: null },
  });
  useEffect(() => {
    latest.current = invalidate;
  });
  useEffect(() => {
    const { current } = state;
    if (current.seen === revision) return;
    current.seen = revision;
    current.timer ??= setTimeout(
      () => {
        current.timer = null;
        current.lastMs = performance.now();
        void latest.current();
      },
      Math.max(0, current.lastMs + leastPauseMs - performance.now()),
    );
  }, [revision]);
  useEffect(() => {
    const { current } = state;
    return () => {
      if (current.timer !== null) clearTimeout(current.timer);
      current.timer = null;
    };
  }, []);
}
