import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Batch } from '../../../contract/batch.ts';
import type { Delivery } from '../../../contract/delivery.ts';
import { useMay, useStation } from '../../app/use-station.ts';

export interface Sending {
  /** Whether the person at the window may send at all. */
  readonly allowed: boolean;
  /** Approved documents that are not on their way. */
  readonly count: number;
  readonly isStarting: boolean;
  /** What the station answered instead of starting; null when nothing went wrong. */
  readonly error: Error | null;
  start(destinationId: string): void;
}

/** Sends what is approved of a batch. `deliveries` are those there are so far. */
export function useSending(batchId: string, batch: Batch | undefined, deliveries: readonly Delivery[]): Sending {
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const start = useMutation({
    mutationFn: (destinationId: string) => station.deliveries.start({ batchId, destinationId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.batch(batchId).queryKey }),
  });
  const approved = batch?.progress.documents.approved ?? 0;
  return {
    allowed: useMay()('deliveries.start'),
    count: Math.max(0, approved - countOnTheWay(deliveries)),
    isStarting: start.isPending,
    error: start.error,
    start: start.mutate,
  };
}

/** Documents stay approved until they have arrived: those on their way are not sent again. */
function countOnTheWay(deliveries: readonly Delivery[]): number {
  return deliveries.filter(({ state }) => state === 'queued' || state === 'sending').length;
}
