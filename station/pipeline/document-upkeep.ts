import type { DocumentState } from '../../contract/batch.ts';
import type { ExtractedField } from '../../ocr/model/field.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import type { Transaction } from '../store/connection.ts';
import { deliveriesOfDocument } from '../store/deliveries.ts';
import { machineFields } from '../store/documents.ts';
import { findRescan, noteRead, pagesToRescan } from '../store/rescans.ts';
import { deleteWordsExcept } from '../store/verdicts.ts';
import type { PageGroup } from './group-pages.ts';

/** True while no person has worked on the document, so that it may be made anew. */
export function isOnlyMachines(state: DocumentState, verifiedBy: string | null): boolean {
  return state === 'read' || state === 'quarantined' || (state === 'verified' && verifiedBy === null);
}

/**
 * True while the pages of a document may still become others: no person has worked on it, or its paper is to be scanned
 * again.
 */
export function isOpenToEdits(state: DocumentState, verifiedBy: string | null): boolean {
  return state === 'rescan' || isOnlyMachines(state, verifiedBy);
}

/** A document that waited for its paper, what it was made of, and the pages that it is to be made of now. */
export interface Renewal {
  readonly documentId: string;
  readonly formKey: string | null;
  readonly pageIds: readonly string[];
  readonly fields: ReadonlyMap<string, ExtractedField>;
  readonly group: PageGroup;
  /** Documents of their own that others of its pages have become, each with pages that cannot be used. */
  readonly parted: readonly Parted[];
}

/** What is to become a document, and which of its pages a person has said cannot be used. */
export interface Parted {
  readonly group: PageGroup;
  readonly unusable: readonly string[];
}

/** What is left to do for the documents of a batch. */
export interface StaleDocuments {
  /** Groups that have no document yet. */
  readonly fresh: readonly PageGroup[];
  readonly renewals: readonly Renewal[];
}

/**
 * Removes the machine's documents that hold other pages than any of `groups`. Those that wait for their paper stay, as
 * people have worked on them: where their pages are others now they give them up and are to be renewed.
 */
export function dissolveStale(transaction: Transaction, batchId: string, groups: readonly PageGroup[]): StaleDocuments {
  const wanted = new Map(groups.map((group) => [identityOf(group, group.pageIds), group]));
  const documents = listDocuments(transaction, batchId);
  for (const document of documents) {
    if (!isOnlyMachines(document.state, document.verifiedBy)) continue;
    const identity = identityOf({ kind: kindOf(document) }, document.pageIds);
    if (!wanted.delete(identity)) dissolve(transaction, document.id);
  }
  const left = new Set(wanted.values());
  const renewals = documents
    .filter(({ state }) => state === 'rescan')
    .flatMap((document) => renewalOf(transaction, document, left));
  return { fresh: [...left], renewals };
}

/** Takes the group out of `groups` that a document which waits for its paper holds or is to hold. */
function renewalOf(
  transaction: Transaction,
  { id: documentId, formKey, pageIds }: StoredDocument,
  groups: Set<PageGroup>,
): Renewal[] {
  const same = [...groups].find((group) => group.pageIds.join() === pageIds.join());
  if (same !== undefined && findRescan(transaction, documentId)?.stale === 0) {
    groups.delete(same);
    return [];
  }
  const now = new Set(pageIds.map((pageId) => successorOf(transaction, pageId)));
  const candidates = [...groups].filter(
    (group) => group.kind !== 'quarantined' && group.pageIds.some((pageId) => now.has(pageId)),
  );
  // Where its pages became several documents it is one with a page that cannot be used, or nobody would ask for that any more.
  const unusable = pagesToRescan(transaction, documentId);
  const waiting = candidates.filter((one) => one.pageIds.some((pageId) => unusable.has(pageId)));
  const preferred = waiting.length > 0 ? waiting : candidates;
  const group = preferred.find((one) => formOf(one) === formKey) ?? preferred[0];
  if (group === undefined) {
    // A document that was once to be delivered is never lost sight of.
    if (deliveriesOfDocument(transaction, documentId).length > 0) return [];
    deleteWordsExcept(transaction, documentId, []);
    dissolve(transaction, documentId);
    return [];
  }
  const parted = waiting
    .filter((one) => one !== group)
    .map((one) => ({ group: one, unusable: one.pageIds.filter((pageId) => unusable.has(pageId)) }));
  for (const one of [group, ...parted.map((other) => other.group)]) groups.delete(one);
  const { query } = transaction;
  const fields = machineFields(transaction, documentId);
  transaction.run(query.deleteFrom('document_pages').where('documentId', '=', documentId));
  transaction.run(query.deleteFrom('fields').where('documentId', '=', documentId));
  return [{ documentId, formKey, pageIds, fields, group, parted }];
}

function formOf(group: PageGroup): string | null {
  return group.kind === 'form' ? group.formKey : null;
}

/** The page that lies in the place of a page by now; the page itself where it was not replaced. */
function successorOf(transaction: Transaction, pageId: string): string {
  const { query } = transaction;
  const own = query.selectFrom('pile_pages').select('replacedBy').where('pageId', '=', pageId);
  const next = transaction.first(own.where('tray', '=', 'replaced'))?.replacedBy ?? null;
  return next === null ? pageId : successorOf(transaction, next);
}

/** Removes the machine's document that holds a page, because the page is not what it was; one that waits for its paper is to be renewed. */
export function dissolveDocumentOf(transaction: Transaction, pageId: string): void {
  const document = transaction.first(
    transaction.query
      .selectFrom('document_pages')
      .innerJoin('documents', 'documents.id', 'document_pages.documentId')
      .select(['documents.id', 'documents.state', 'documents.verifiedBy'])
      .where('document_pages.pageId', '=', pageId),
  );
  if (document?.state === 'rescan') noteRead(transaction, document.id);
  else if (document !== undefined && isOnlyMachines(document.state, document.verifiedBy))
    dissolve(transaction, document.id);
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
