import type { Selectable } from 'kysely';
import type { ReadableStore, Transaction } from './connection.ts';
import type { CommentRow } from './tables/verification.ts';

/** The comments on a document, oldest first: also those that were made on its pages when they were another document. */
export function commentsOf(store: ReadableStore, documentId: string): Selectable<CommentRow>[] {
  return store.all(
    store.query
      .selectFrom('comments')
      .innerJoin('document_pages', 'document_pages.pageId', 'comments.pageId')
      .selectAll('comments')
      .where('document_pages.documentId', '=', documentId)
      .orderBy('comments.id'),
  );
}

export function insertComment(transaction: Transaction, comment: Omit<CommentRow, 'id' | 'at'>): void {
  const at = transaction.now.toISOString();
  transaction.run(transaction.query.insertInto('comments').values({ ...comment, at }));
}
