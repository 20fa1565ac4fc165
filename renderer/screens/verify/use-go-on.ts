import { useQueryClient } from '@tanstack/react-query';
import type { DocumentDetail } from '../../../contract/document.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useStation } from '../../app/use-station.ts';
import { documentAfter } from './flow.ts';

/**
 * Leaves a document whose task is done: it goes out of the queue at once, and the next that waits is opened, or the
 * batch when none does. Returns whether there was a next.
 */
export function useGoOn(task: 'verify' | 'approve'): (done: DocumentDetail) => boolean {
  const { queries } = useStation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return (done) => {
    const { batchId } = done;
    const { queryKey } = queries.queue(batchId, task);
    const waiting = (queryClient.getQueryData(queryKey) ?? []).filter(({ id }) => id !== done.id);
    queryClient.setQueryData(queryKey, waiting);
    queryClient.setQueryData(queries.document(done.id).queryKey, done);
    void queryClient.invalidateQueries({ queryKey: queries.batch(batchId).queryKey });
    const next = documentAfter(waiting, done);
    navigate(next === null ? { screen: 'batch', batchId } : { screen: task, batchId, documentId: next.id });
    return next !== null;
  };
}
