import type { QueryClient } from '@tanstack/react-query';
import type { DocumentDetail } from '../../../contract/document.ts';
import type { StationQueries } from '../../app/queries.ts';

/** Keeps what the station made of a document whose task is done, and asks for its batch anew. */
export function settleDone(
  queryClient: QueryClient,
  queries: StationQueries,
  task: 'verify' | 'approve',
  done: DocumentDetail,
): void {
  const { queryKey } = queries.document(done.id);
  const { queryKey: queueKey } = queries.queue(done.batchId, task);
  void queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, done);
  // A queue that was asked for while the station was still closing the document names it: it would be opened once more.
  void queryClient.cancelQueries({ queryKey: queueKey });
  queryClient.setQueryData(queueKey, (waiting) => waiting?.filter(({ id }) => id !== done.id));
  // The batch's list would first be shown as it was before this work, with links to what is done.
  queryClient.removeQueries({ queryKey: queries.documents(done.batchId).queryKey, type: 'inactive' });
  void queryClient.invalidateQueries({ queryKey: queries.batch(done.batchId).queryKey });
}
