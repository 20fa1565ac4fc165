import { queryOptions } from '@tanstack/react-query';
import type { StationClient } from './client.ts';

/**
 * How the screens ask the station and where the answers are kept. One place, so that what is asked on one screen is
 * already there on the next.
 */
export function stationQueries(station: StationClient) {
  return {
    session: () => queryOptions({ queryKey: ['session'], queryFn: () => station.session.get() }),
    profiles: () => queryOptions({ queryKey: ['profiles'], queryFn: () => station.batches.profiles() }),
    forms: () => queryOptions({ queryKey: ['forms'], queryFn: () => station.forms.list() }),
    destinations: () => queryOptions({ queryKey: ['destinations'], queryFn: () => station.deliveries.destinations() }),
    batches: () =>
      queryOptions({
        queryKey: ['batches'],
        queryFn: () => station.batches.list(),
        refetchInterval: (query) => (query.state.data?.some((batch) => batch.progress.running) ? 1_000 : 5_000),
      }),
    batch: (batchId: string) =>
      queryOptions({ queryKey: ['batch', batchId], queryFn: () => station.batches.get({ batchId }) }),
    sources: (batchId: string) =>
      queryOptions({ queryKey: ['batch', batchId, 'sources'], queryFn: () => station.batches.sources({ batchId }) }),
    pages: (batchId: string) =>
      queryOptions({ queryKey: ['batch', batchId, 'pages'], queryFn: () => station.batches.pages({ batchId }) }),
    documents: (batchId: string) =>
      queryOptions({
        queryKey: ['batch', batchId, 'documents'],
        queryFn: () => station.batches.documents({ batchId }),
      }),
    queue: (batchId: string, task: 'verify' | 'approve') =>
      queryOptions({
        queryKey: ['batch', batchId, 'queue', task],
        queryFn: () => station.verification.queue({ batchId, task }),
      }),
    practiceScore: (batchId: string) =>
      queryOptions({
        queryKey: ['batch', batchId, 'practice-score'],
        queryFn: () => station.practice.score({ batchId }),
      }),
    document: (documentId: string) =>
      queryOptions({
        queryKey: ['document', documentId],
        queryFn: () => station.verification.get({ documentId }),
        staleTime: 10_000,
      }),
  };
}
