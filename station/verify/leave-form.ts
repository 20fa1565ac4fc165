import type { Account } from '../../contract/account.ts';
import { appendEvent } from '../audit/chain.ts';
import type { StationCore } from '../core.ts';
import { readAgain } from '../pipeline/read-again.ts';
import type { Transaction } from '../store/connection.ts';
import { pagesOfDocument, type StoredDocument } from '../store/documents.ts';
import { sayForm } from '../store/said-forms.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { requireDocument } from './document-detail.ts';

/**
 * A person says that a document is not of the form it was taken for: the document goes, with the words given on it, and its
 * pages are read again, only as the form named, or as plain pages when it is null. Comments stay with the pages, and the
 * audit log keeps who gave a word. Throws an AppError for a document that is not being verified or an unknown form.
 */
export async function leaveForm(
  station: Pick<StationCore, 'store' | 'forms' | 'announce'>,
  actor: Account,
  documentId: string,
  formKey: string | null,
): Promise<void> {
  const forms = await station.forms.byKey();
  if (formKey !== null && !forms.has(formKey)) throw refuse('form-not-installed');
  const batchId = station.store.transact((transaction) => {
    const document = requireDocument(transaction, documentId);
    if (document.state !== 'read' && document.state !== 'verifying') throw refuse('not-being-verified');
    const pages = pagesOfDocument(transaction, document).filter(({ state }) => state === 'read');
    removeDocument(transaction, actor, document, formKey);
    const { batchId } = document;
    for (const { id: pageId } of pages) {
      sayForm(transaction, pageId, formKey);
      readAgain(transaction, { pageId, batchId, actor: actor.id });
    }
    return batchId;
  });
  station.announce(batchId);
}

function removeDocument(
  transaction: Transaction,
  actor: Account,
  { id, formKey }: StoredDocument,
  to: string | null,
): void {
  const { query } = transaction;
  transaction.run(query.deleteFrom('verdicts').where('documentId', '=', id));
  transaction.run(query.deleteFrom('documents').where('id', '=', id));
  appendEvent(transaction, {
    ...{ actor: actor.id, action: 'document.left-form', subjectKind: 'document', subjectId: id },
    detail: { from: formKey, to },
  });
}
