import type { NotNull, Selectable } from 'kysely';
import { z } from 'zod';
import type { DocumentState } from '../../contract/batch.ts';
import { type ExtractedField, fieldValueSchema } from '../../ocr/model/field.ts';
import { boxSchema } from '../../ocr/model/geometry.ts';
import type { ReadableStore, Transaction } from './connection.ts';
import type { DocumentRow } from './tables/documents.ts';
import type { BatchPageRow } from './tables/pages.ts';

const candidatesSchema = z.array(z.string());

/** A document with the number of its pages. */
export interface StoredDocument extends Selectable<DocumentRow> {
  readonly pages: number;
}

function selectDocuments(store: ReadableStore) {
  return store.query
    .selectFrom('documents')
    .selectAll('documents')
    .select((build) =>
      build
        .selectFrom('document_pages')
        .select(({ fn }) => fn.countAll<number>().as('pages'))
        .whereRef('document_pages.documentId', '=', 'documents.id')
        .as('pages'),
    )
    .orderBy('documents.ordinal');
}

/** Documents by id. */
export function findDocuments(store: ReadableStore, ids: readonly string[]): ReadonlyMap<string, StoredDocument> {
  const rows = store.all(selectDocuments(store).where('documents.id', 'in', ids));
  return new Map(rows.map((row) => [row.id, { ...row, pages: row.pages ?? 0 }]));
}

export function countDocuments(store: ReadableStore, batchId: string): number {
  const counted = store.query
    .selectFrom('documents')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('batchId', '=', batchId);
  return store.first(counted)?.count ?? 0;
}

/** Whether any document, of a practice pile too, was read with a form. */
export function hasDocumentOfForm(store: ReadableStore, formKey: string): boolean {
  const one = store.query.selectFrom('documents').select('id').where('formKey', '=', formKey).limit(1);
  return store.first(one) !== undefined;
}

/** How many documents were read with each form, those of practice left out. */
export function countDocumentsByForm(store: ReadableStore): ReadonlyMap<string, number> {
  const counted = store.query
    .selectFrom('documents')
    .innerJoin('batches', 'batches.id', 'documents.batchId')
    .select('documents.formKey')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('batches.practice', '=', 0)
    .where('documents.formKey', 'is not', null)
    .groupBy('documents.formKey');
  return new Map(store.all(counted).map(({ formKey, count }) => [formKey ?? '', count]));
}

export function findDocument(store: ReadableStore, id: string): StoredDocument | undefined {
  const row = store.first(selectDocuments(store).where('documents.id', '=', id));
  return row && { ...row, pages: row.pages ?? 0 };
}

/** Documents of a batch, or of all, in order, those in the given states only when states are given. */
export function listDocuments(
  store: ReadableStore,
  batchId: string | null,
  states?: readonly DocumentState[],
): StoredDocument[] {
  const every = selectDocuments(store);
  const all = batchId === null ? every : every.where('documents.batchId', '=', batchId);
  const rows = store.all(states ? all.where('documents.state', 'in', states) : all);
  return rows.map((row) => ({ ...row, pages: row.pages ?? 0 }));
}

/** The machine's fields of a document by pointer, in the order they were stored. */
export function machineFields(store: ReadableStore, documentId: string): ReadonlyMap<string, ExtractedField> {
  const rows = store.all(
    store.query.selectFrom('fields').selectAll().where('documentId', '=', documentId).orderBy('ordinal'),
  );
  return new Map(
    rows.map(({ pointer, raw, confidence, status, reason, page, ...row }) => {
      const value = fieldValueSchema.parse(JSON.parse(row.value));
      const candidates = candidatesSchema.parse(JSON.parse(row.candidates));
      const boxPx = row.boxPx === null ? null : boxSchema.parse(JSON.parse(row.boxPx));
      return [pointer, { value, raw, confidence, status, reason, candidates, page, boxPx }];
    }),
  );
}

/**
 * The pages of a document in its order, as in `batch_pages`. That view numbers all pages of the batch, which is too much to do
 * for each document of a large one: the pages before each are counted here.
 */
export function pagesOfDocument(store: ReadableStore, { id }: Pick<DocumentRow, 'id'>): Selectable<BatchPageRow>[] {
  return store.all(
    store.query
      .selectFrom('document_pages')
      .innerJoin('pages', 'pages.id', 'document_pages.pageId')
      .innerJoin('pile_pages', 'pile_pages.pageId', 'pages.id')
      .innerJoin('sources', 'sources.id', 'pages.sourceId')
      .selectAll('pages')
      .select(['sources.name as sourceName', 'sources.sha256', 'sources.ordinal as sourceOrdinal'])
      .select(['document_pages.documentId', 'pile_pages.tray'])
      .select((build) =>
        build
          .selectFrom('pile_pages as before')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('before.batchId', '=', 'pages.batchId')
          .where(({ eb, refTuple }) =>
            eb(refTuple('before.position', 'before.pageId'), '<', refTuple('pile_pages.position', 'pages.id')),
          )
          .as('ordinal'),
      )
      .where('document_pages.documentId', '=', id)
      .orderBy('document_pages.position')
      // A source that pages were found in was stored, and its hash is its name there.
      .$narrowType<{ sha256: NotNull; ordinal: NotNull }>(),
  );
}

/** Number of pages of a captured file. */
export function countPagesOfSource(store: ReadableStore, sourceId: string): number {
  const counted = store.query
    .selectFrom('pages')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('sourceId', '=', sourceId);
  return store.first(counted)?.count ?? 0;
}

/** When the document was approved last, by the audit log; null when it never was. */
export function approvedAt(store: ReadableStore, documentId: string): string | null {
  const event = store.query
    .selectFrom('audit_events')
    .select('at')
    .where('subjectId', '=', documentId)
    .where('action', '=', 'document.approved')
    .orderBy('seq', 'desc')
    .limit(1);
  return store.first(event)?.at ?? null;
}

/** The document comes into other hands, where its wait begins anew. */
export function noteArrival(transaction: Transaction, documentId: string): void {
  const waitingSince = transaction.now.toISOString();
  transaction.run(transaction.query.updateTable('documents').set({ waitingSince }).where('id', '=', documentId));
}

export function setOpenFields(transaction: Transaction, documentId: string, openFields: number): void {
  transaction.run(transaction.query.updateTable('documents').set({ openFields }).where('id', '=', documentId));
}
