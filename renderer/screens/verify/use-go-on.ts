import { useQueryClient } from '@tanstack/react-query';
import type { DocumentDetail, DocumentSummary } from '../../../contract/document.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useStation } from '../../app/use-station.ts';
import { documentAfter } from './flow.ts';
import { settleDone } from './settle-done.ts';

export interface GoOn {
  /**
   * Leaves a document: it goes out of the queue at once, and the next that waits is opened, or the batch when none does.
   * Returns whether there was a next. `closing` are left already, though the queue may still name them.
   */
  leave(left: DocumentSummary, closing?: ReadonlySet<string>): boolean;
  /** Keeps what the station made of a document whose task is done, and asks for its batch anew. */
  settle(done: DocumentDetail): void;
  /** Both, where the answer is there before the document is left. */
  goOn(done: DocumentDetail): boolean;
}

/** How one gets from a document whose task is done to the next of the same task. */
export function useGoOn(task: 'verify' | 'approve'): GoOn {
  const { queries } = useStation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave: GoOn['leave'] = (left, closing) => {
    const { batchId } = left;
    const { queryKey } = queries.queue(batchId, task);
    const isLeft = (id: string) => id === left.id || closing?.has(id) === true;
    const waiting = (queryClient.getQueryData(queryKey) ?? []).filter(({ id }) => !isLeft(id));
    // An answer on its way is older than this.
    void queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, waiting);
    const next = documentAfter(waiting, left);
    navigate(next === null ? { screen: 'batch', batchId } : { screen: task, batchId, documentId: next.id });
    return next !== null;
  };
  const settle = (done: DocumentDetail): void => settleDone(queryClient, queries, task, done);
  return {
    leave,
    settle,
    goOn(done) {
      settle(done);
      return leave(done);
    },
  };
}
