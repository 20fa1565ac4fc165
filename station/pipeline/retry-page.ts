import { AppError } from '../app-error.ts';
import { changePage } from '../store/change-state.ts';
import { enqueue } from '../store/jobs.ts';
import { locatePage } from '../store/locate-page.ts';
import type { Store } from '../store/store.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { readSettingsOf } from './read-settings.ts';

/** Puts a quarantined page back into the queue and returns the id of its batch. */
export function retryPage(store: Store, pageId: string, actor: string): string {
  return store.transact((transaction) => {
    const page = locatePage(transaction, pageId);
    if (page === null) {
      throw new AppError('NOT_FOUND', { it: 'La pagina non esiste.', en: 'There is no such page.' });
    }
    if (page.state !== 'quarantined') throw refuse('page-not-quarantined');
    const { batchId } = page;
    changePage(transaction, {
      ...{ id: pageId, to: 'captured', actor, action: 'page.retried' },
      set: { failureCode: null, failureDetail: null },
    });
    const parameters = { ...readSettingsOf(transaction, pageId) };
    enqueue(transaction, { kind: 'read', subjectId: pageId, batchId, parameters });
    return batchId;
  });
}
