import type { DocumentState } from '../../contract/batch.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import type { Transaction } from '../store/connection.ts';
import type { PageGroup } from './group-pages.ts';

/** True while no person has worked on the document, so that it may be made anew. */
export function isOnlyMachines(state: DocumentState, verifiedBy: string | null): boolean {
  return state === 'read' || state === 'quarantined' || (state === 'verified' && verifiedBy === null);
}

/**
 * Removes the machine's documents that hold other pages than any of `groups`, and returns the groups that have no
 * document yet.
 */
export function dissolveStale(transaction: Transaction, batchId: string, groups: readonly PageGroup[]): PageGroup[] {
  const wanted = new Map(groups.map((group) => [identityOf(group, group.pageIds), group]));
  for (const document of listDocuments(transaction, batchId)) {
    if (!isOnlyMachines(document.state, document.verifiedBy)) continue;
    const identity = identityOf({ kind: kindOf(document) }, document.pageIds);
    if (!wanted.delete(identity)) dissolve(transaction, document.id);
  }
  return [...wanted.values()];
}

/** Removes the machine's document that holds a page, because the page is not what it was. */
export function dissolveDocumentOf(transaction: Transaction, pageId: string): void {
  const document = transaction.first(
    transaction.query
      .selectFrom('document_pages')
      .innerJoin('documents', 'documents.id', 'document_pages.documentId')
      .select(['documents.id', 'documents.state', 'documents.verifiedBy'])
      .where('document_pages.pageId', '=', pageId),
  );
  if (document !== undefined && isOnlyMachines(document.state, document.verifiedBy)) dissolve(transaction, document.id);
}

/** Numbers the documents of a batch in the order of their first pages. */
export function orderDocuments(transaction: Transaction, batchId: string): void {
  const { query } = transaction;
  const rows = transaction.all(
    query
      .selectFrom('documents')
      .innerJoin('batch_pages as page', 'page.documentId', 'documents.id')
      .select(['documents.id', 'documents.ordinal'])
      .select(({ fn }) => fn.min('page.ordinal').as('firstPage'))
      .where('documents.batchId', '=', batchId)
      .where('page.batchId', '=', batchId)
      .groupBy('documents.id')
      .orderBy('firstPage'),
  );
  for (const [ordinal, row] of rows.entries()) {
    if (row.ordinal === ordinal) continue;
    transaction.run(query.updateTable('documents').set({ ordinal }).where('id', '=', row.id));
  }
}

/** Writes down reference and doubts of the machine's documents, each found by its first page. */
export function labelDocuments(transaction: Transaction, batchId: string, groups: readonly PageGroup[]): void {
  const { query } = transaction;
  const rows = transaction.all(
    query
      .selectFrom('documents')
      .innerJoin('document_pages', 'document_pages.documentId', 'documents.id')
      .select(['documents.id', 'documents.reference', 'documents.notices', 'document_pages.pageId'])
      .where('documents.batchId', '=', batchId)
      .where('document_pages.position', '=', 0),
  );
  const byFirstPage = new Map(rows.map((row) => [row.pageId, row]));
  for (const { pageIds, reference, ...group } of groups) {
    const document = byFirstPage.get(pageIds[0] ?? '');
    const notices = JSON.stringify(group.notices);
    if (document === undefined || (document.reference === reference && document.notices === notices)) continue;
    transaction.run(query.updateTable('documents').set({ reference, notices }).where('id', '=', document.id));
  }
}

interface StoredDocument {
  readonly id: string;
  readonly state: DocumentState;
  readonly note: string | null;
  readonly formKey: string | null;
  readonly verifiedBy: string | null;
  readonly pageIds: readonly string[];
}

function listDocuments(transaction: Transaction, batchId: string): StoredDocument[] {
  const { query } = transaction;
  const documents = transaction.all(
    query
      .selectFrom('documents')
      .select(['id', 'state', 'note', 'formKey', 'verifiedBy'])
      .where('batchId', '=', batchId),
  );
  return documents.map((document) => ({
    ...document,
    pageIds: transaction
      .all(
        query.selectFrom('document_pages').select('pageId').where('documentId', '=', document.id).orderBy('position'),
      )
      .map(({ pageId }) => pageId),
  }));
}

function kindOf({ state, note, formKey }: StoredDocument): PageGroup['kind'] {
  if (state === 'quarantined') return 'quarantined';
  if (formKey !== null) return 'form';
  return note === 'not-aligned' ? 'not-aligned' : 'plain';
}

function identityOf({ kind }: Pick<PageGroup, 'kind'>, pageIds: readonly string[]): string {
  return [kind, ...pageIds].join(' ');
}

function dissolve(transaction: Transaction, documentId: string): void {
  transaction.run(transaction.query.deleteFrom('documents').where('id', '=', documentId));
  appendEvent(transaction, {
    actor: machine,
    action: 'document.dissolved',
    subjectKind: 'document',
    subjectId: documentId,
  });
}
