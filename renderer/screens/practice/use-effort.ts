import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isStroke } from '../../app/strokes.ts';
import { useStation } from '../../app/use-station.ts';

/**
 * Counts keys and time at one document of a practice pile and reports them when the person leaves it. What is pressed is
 * not kept. Does nothing while `documentId` is null.
 */
export function useEffort(batchId: string, documentId: string | null): void {
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (documentId === null) return;
    const startedMs = performance.now();
    let keys = 0;
    const count = (event: KeyboardEvent): void => {
      if (isStroke(event)) keys += 1;
    };
    window.addEventListener('keydown', count, { capture: true });
    return () => {
      window.removeEventListener('keydown', count, { capture: true });
      if (keys === 0) return;
      const seconds = (performance.now() - startedMs) / 1000;
      const { queryKey } = queries.practiceScore(batchId);
      const reported = station.practice.addEffort({ documentId, keys, seconds });
      // Effort that does not arrive makes the score a little better than it is, and nothing else.
      reported.then(() => queryClient.invalidateQueries({ queryKey })).catch(() => {});
    };
  }, [batchId, documentId, station, queries, queryClient]);
}
