import { changePage } from '../store/change-state.ts';
import type { Transaction } from '../store/connection.ts';
import { enqueue, makeUrgent } from '../store/jobs.ts';
import { locatePage } from '../store/locate-page.ts';
import { readSettingsOf } from './read-settings.ts';

export interface PageToRead {
  readonly pageId: string;
  readonly batchId: string;
  readonly actor: string;
}

/** Puts a page into the queue to be read as its settings now are, whatever was read or is being read of it. */
export function readAgain(transaction: Transaction, { pageId, batchId, actor }: PageToRead): void {
  if (locatePage(transaction, pageId)?.state !== 'captured') {
    const set = { failureCode: null, failureDetail: null };
    changePage(transaction, { id: pageId, to: 'captured', actor, action: 'page.put-to-reading', set });
  }
  enqueue(transaction, {
    ...{ kind: 'read', subjectId: pageId, batchId },
    parameters: { ...readSettingsOf(transaction, pageId) },
  });
  // A person waits to see it.
  makeUrgent(transaction, 'read', pageId);
}
