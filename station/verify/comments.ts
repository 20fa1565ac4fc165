import type { Account } from '../../contract/account.ts';
import type { Comment } from '../../contract/verification-aids.ts';
import { appendEvent } from '../audit/chain.ts';
import { namesOfAccounts } from '../store/accounts.ts';
import { commentsOf, insertComment } from '../store/comments.ts';
import { pagesOfDocument } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { requireDocument } from './document-detail.ts';

export interface NewComment {
  readonly documentId: string;
  /** Null for the document as a whole. */
  readonly pointer: string | null;
  readonly text: string;
}

/** The comments on a document, oldest first. Throws an AppError for an unknown one. */
export function listComments(store: Pick<Store, 'all' | 'first' | 'query'>, documentId: string): Comment[] {
  requireDocument(store, documentId);
  const names = namesOfAccounts(store);
  return commentsOf(store, documentId).map(({ id, pointer, text, accountId, at }) => ({
    ...{ id, pointer, text, at },
    by: names.get(accountId) ?? accountId,
  }));
}

/** Adds a comment and returns all. What it says is kept out of the audit log. Throws an AppError for an unknown document. */
export function addComment(store: Store, actor: Account, { documentId, pointer, text }: NewComment): Comment[] {
  return store.transact((transaction) => {
    const [page] = pagesOfDocument(transaction, requireDocument(transaction, documentId));
    if (page === undefined) throw refuse('no-such-document');
    insertComment(transaction, { documentId, pageId: page.id, pointer, accountId: actor.id, text });
    appendEvent(transaction, {
      ...{ actor: actor.id, action: 'document.commented', subjectKind: 'document', subjectId: documentId },
      detail: { pointer },
    });
    return listComments(transaction, documentId);
  });
}
