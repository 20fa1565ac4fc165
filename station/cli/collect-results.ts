import { boxPxSchema } from '../../contract/common.ts';
import { fieldValueSchema } from '../../ocr/model/field.ts';
import { type PageReading, pageReadingSchema } from '../../ocr/model/result.ts';
import type { ReadableStore } from '../store/connection.ts';
import { describeFailure } from './failure-text.ts';
import type { DocumentResult, FieldResult, PageResult, Results } from './results.ts';

/** Reads what became of a batch out of the store. `wallMs` is the time since the batch was begun. */
export function collectResults(store: ReadableStore, batchId: string, wallMs: number): Results {
  const documents = collectDocuments(store, batchId);
  const pages = documents.reduce((sum, document) => sum + document.pages.length, 0);
  return {
    batch: batchId,
    documents,
    refused: collectRefused(store, batchId),
    timing: { wallMs: Math.round(wallMs), pages },
  };
}

function collectRefused(store: ReadableStore, batchId: string): Results['refused'] {
  const rows = store.all(
    store.query
      .selectFrom('sources')
      .select(['name', 'reasonCode', 'reasonDetail'])
      .where('batchId', '=', batchId)
      .orderBy('ordinal'),
  );
  return rows.flatMap(({ name, reasonCode, reasonDetail }) =>
    reasonCode === null ? [] : [{ source: name, reason: describeFailure(reasonCode, reasonDetail) }],
  );
}

function collectDocuments(store: ReadableStore, batchId: string): DocumentResult[] {
  const pages = Map.groupBy(selectPages(store, batchId), ({ documentId }) => documentId);
  const documents = store.all(
    store.query
      .selectFrom('documents')
      .select(['id', 'formKey', 'state'])
      .where('batchId', '=', batchId)
      .orderBy('ordinal'),
  );
  return documents.map(({ id, formKey, state }) => {
    const parts = (pages.get(id) ?? []).map((row) => ({ row, reading: parseReading(row.reading) }));
    return {
      ...{ id, form: formKey, state },
      pages: parts.map(({ row, reading }) => pageResult(row, reading)),
      fields: collectFields(store, id),
      pairs: parts.flatMap(({ reading }) => reading?.pairs.map(pairResult) ?? []),
    };
  });
}

function selectPages(store: ReadableStore, batchId: string) {
  return store.all(
    store.query
      .selectFrom('batch_pages as page')
      .leftJoin('readings', 'readings.pageId', 'page.id')
      .selectAll('page')
      .select('readings.reading')
      .where('page.batchId', '=', batchId)
      .orderBy('page.ordinal'),
  );
}
type PageRow = ReturnType<typeof selectPages>[number];

function parseReading(json: string | null): PageReading | null {
  return json === null ? null : pageReadingSchema.parse(JSON.parse(json));
}

function pageResult(row: PageRow, reading: PageReading | null): PageResult {
  return {
    source: row.sourceName,
    index: row.pageIndex,
    sha256: row.sha256,
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    rotationDeg: row.rotationDeg,
    skewDeg: reading?.preparation.skewDeg ?? 0,
    blank: row.blank === 1,
    text: reading?.text ?? '',
    words: reading?.words.map(({ text, confidence, box }) => ({ text, confidence, boxPx: box })) ?? [],
    registration: registrationResult(reading),
    quarantined: row.failureCode === null ? null : describeFailure(row.failureCode, row.failureDetail),
  };
}

function registrationResult(reading: PageReading | null): PageResult['registration'] {
  if (!reading?.registration) return null;
  return { layout: reading.registration.edition, residualMm: reading.registration.residualMm };
}

function pairResult({ label, value, confidence }: PageReading['pairs'][number]): DocumentResult['pairs'][number] {
  return {
    label: { text: label.text, boxPx: label.box },
    value: { text: value.text, boxPx: value.box },
    confidence,
  };
}

const storedBoxSchema = boxPxSchema.nullable();

function collectFields(store: ReadableStore, documentId: string): Record<string, FieldResult> {
  const rows = store.all(
    store.query.selectFrom('fields').selectAll().where('documentId', '=', documentId).orderBy('ordinal'),
  );
  return Object.fromEntries(
    rows.map(({ pointer, value, raw, confidence, status, reason, page, boxPx }) => [
      pointer,
      {
        ...{ raw, confidence, status, reason, page },
        value: fieldValueSchema.parse(JSON.parse(value)),
        boxPx: storedBoxSchema.parse(JSON.parse(boxPx ?? 'null')),
      },
    ]),
  );
}
