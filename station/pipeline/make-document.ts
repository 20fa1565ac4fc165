import { randomUUID } from 'node:crypto';
import type { Calibration } from '../../ocr/extract/calibrate/calibration.ts';
import { extractFields } from '../../ocr/extract/extract.ts';
import type { Tables } from '../../ocr/extract/tables/tables.ts';
import type { ExtractedField, ExtractedFields } from '../../ocr/model/field.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import { identityAffine } from '../../ocr/model/geometry.ts';
import type { PageInfo } from '../../ocr/model/page.ts';
import { type PageReading, pageReadingSchema } from '../../ocr/model/result.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import { changeDocument } from '../store/change-state.ts';
import type { Transaction } from '../store/connection.ts';
import { setOpenFields } from '../store/documents.ts';
import { policiesOf } from '../verify/policies.ts';
import { drawChecks } from '../verify/sampling/draw.ts';
import type { PageGroup } from './group-pages.ts';

export interface NewDocument {
  readonly batchId: string;
  readonly group: PageGroup;
  /** Form packages by `id@version`. */
  readonly forms: ReadonlyMap<string, FormPackage>;
  readonly tables: Tables;
  readonly calibration: Calibration;
}

/**
 * Enters one document with its pages and, for a form, the fields found on them. A form without a doubt is verified by
 * the machine itself, and the audit log says so; approval stays a person's. Returns its id.
 */
export function makeDocument(transaction: Transaction, document: NewDocument): string {
  const { batchId, group, forms } = document;
  const { query } = transaction;
  const id = randomUUID();
  const formKey = group.kind === 'form' ? group.formKey : null;
  const form = formKey === null ? undefined : forms.get(formKey);
  const fields = form === undefined ? {} : extractOf(transaction, form, document);
  const state = group.kind === 'quarantined' ? 'quarantined' : 'read';
  const note = noteOf(transaction, group, form);
  // Numbered for good once all documents of the batch are there.
  const ordinal = Number.MAX_SAFE_INTEGER;
  transaction.run(
    query.insertInto('documents').values({
      ...{ id, batchId, ordinal, formKey, state, note, reference: null },
      waitingSince: transaction.now.toISOString(),
    }),
  );
  const checked = enterContents(transaction, id, document, { form, fields });
  const policies = policiesOf(form ?? null);
  const openFields = Object.entries(fields).filter(
    ([pointer, { status }]) => status !== 'accepted' || checked.has(pointer) || policies.get(pointer) !== undefined,
  ).length;
  setOpenFields(transaction, id, openFields);
  appendEvent(transaction, {
    actor: machine,
    action: `document.${state}` as const,
    subjectKind: 'document',
    subjectId: id,
    detail: { batch: batchId, form: formKey, pages: group.pageIds.length, open: openFields },
  });
  if (form !== undefined && openFields === 0 && isWhole(transaction, group)) {
    changeDocument(transaction, { id, to: 'verified', actor: machine, detail: { policy: 'no-doubtful-field' } });
  }
  return id;
}

/** Enters the pages of a document and the fields found on them; returns which of the accepted ones are asked all the same. */
export function enterContents(
  transaction: Transaction,
  documentId: string,
  { batchId, group }: NewDocument,
  { form, fields }: { readonly form: FormPackage | undefined; readonly fields: ExtractedFields },
): ReadonlySet<string> {
  for (const [position, pageId] of group.pageIds.entries()) {
    transaction.run(transaction.query.insertInto('document_pages').values({ documentId, position, pageId }));
  }
  enterFields(transaction, documentId, fields);
  return form === undefined ? new Set() : drawChecks(transaction, { batchId, documentId, form, fields });
}

export function extractOf(transaction: Transaction, form: FormPackage, document: NewDocument): ExtractedFields {
  return extractFields(form, readingsOf(transaction, document.group.pageIds), document.tables, document.calibration);
}

function noteOf(transaction: Transaction, group: PageGroup, form: FormPackage | undefined): string | null {
  if (group.kind === 'not-aligned') return 'not-aligned';
  if (group.kind === 'form' && form === undefined) return 'form-not-installed';
  if (group.kind !== 'quarantined') return null;
  const [first = ''] = group.pageIds;
  const page = transaction.first(transaction.query.selectFrom('pages').select('failureCode').where('id', '=', first));
  return page?.failureCode ?? null;
}

/** Nothing about the document is in doubt but what its fields say: where it begins and ends, and all its pages were read. */
export function isWhole(transaction: Transaction, { pageIds, notices }: PageGroup): boolean {
  const unread = transaction.query
    .selectFrom('pages')
    .select('id')
    .where('id', 'in', pageIds)
    .where('state', '<>', 'read');
  return notices.length === 0 && transaction.first(unread.limit(1)) === undefined;
}

/** What was read on each page; nothing on one that could not be read. */
function readingsOf(transaction: Transaction, pageIds: readonly string[]): PageReading[] {
  return pageIds.map((pageId) => {
    const row = transaction.first(
      transaction.query
        .selectFrom('pages')
        .leftJoin('readings', 'readings.pageId', 'pages.id')
        .select(['pages.pageIndex', 'pages.state', 'pages.widthPx', 'pages.heightPx', 'pages.dpi', 'readings.reading'])
        .where('pages.id', '=', pageId),
    );
    if (row === undefined) throw new Error(`page ${pageId} is gone`);
    if (row.state === 'read' && row.reading !== null) return pageReadingSchema.parse(JSON.parse(row.reading));
    const { pageIndex: index, widthPx, heightPx, dpi } = row;
    return emptyReading({ index, widthPx, heightPx, dpi });
  });
}

function emptyReading(captured: PageInfo): PageReading {
  return {
    captured,
    preparation: { steps: [], toCaptured: identityAffine, rotationDeg: 0, skewDeg: 0, blank: false },
    ...{ text: '', words: [], registration: null, notAligned: null, zones: [], pairs: [], timingMs: {} },
  };
}

function enterFields(transaction: Transaction, documentId: string, fields: ExtractedFields): void {
  for (const [ordinal, [pointer, field]] of Object.entries(fields).entries()) {
    transaction.run(
      transaction.query.insertInto('fields').values({ documentId, pointer, ordinal, ...storedField(field) }),
    );
  }
}

function storedField(field: ExtractedField) {
  return {
    ...field,
    value: JSON.stringify(field.value),
    candidates: JSON.stringify(field.candidates),
    boxPx: field.boxPx === null ? null : JSON.stringify(field.boxPx),
  };
}
