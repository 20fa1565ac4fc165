import { sql } from 'kysely';
import type { DocumentState } from '../../contract/batch.ts';
import { sameValue } from '../../ocr/extract/same-value.ts';
import { type FieldReason, type FieldStatus, fieldValueSchema } from '../../ocr/model/field.ts';
import type { ReadableStore } from './connection.ts';
import { practiceBatches } from './practice.ts';
import type { CheckCause } from './tables.ts';
import { givenSchema } from './verdicts.ts';

/*
 * What is known of the work over all batches, those of practice left out. No statement here reads who did it.
 */

type Readable = Pick<ReadableStore, 'all' | 'first' | 'query'>;

const arrivals = [
  ...['document.read', 'document.sent-back', 'document.verified', 'document.passed-on'],
  ...['document.approved', 'document.rescan', 'document.quarantined'],
];

/** Every document that is not delivered, and since when it is where it is. */
export function waitingDocuments(store: Readable) {
  return store.all(
    store.query
      .selectFrom('documents')
      .innerJoin('batches', 'batches.id', 'documents.batchId')
      .select(['documents.batchId', 'batches.name as batchName', 'batches.createdAt as batchCreatedAt'])
      .select(['documents.formKey', 'documents.state', 'documents.openFields'])
      .select((build) =>
        build
          .selectFrom('audit_events as event')
          .select(({ fn }) => fn.max('event.at').as('since'))
          .whereRef('event.subjectId', '=', 'documents.id')
          .where('event.action', 'in', arrivals)
          .as('since'),
      )
      .where('documents.state', '<>', 'delivered')
      .where('batches.practice', '=', 0)
      .orderBy('batches.createdAt')
      .orderBy('documents.ordinal'),
  );
}

/** When the verification of a document was ended, once for each time, from an instant on. */
export function finishings(store: Readable, from: string) {
  return store.all(
    store.query
      .selectFrom('audit_events as event')
      .innerJoin('documents', 'documents.id', 'event.subjectId')
      .select(['documents.id as documentId', 'event.at'])
      .where('event.action', '=', 'document.verified')
      .where('event.at', '>=', from)
      .where('documents.batchId', 'not in', practiceBatches(store.query)),
  );
}

/** What each document cost from an instant on, over all times that it was finished. */
export function effortsByDocument(store: Readable, from: string) {
  return store.all(
    store.query
      .selectFrom('efforts')
      .innerJoin('documents', 'documents.id', 'efforts.documentId')
      .select(['documents.id as documentId', 'documents.formKey'])
      .select(({ fn }) => [
        fn.sum<number>('efforts.keystrokes').as('keystrokes'),
        fn.sum<number>('efforts.activeMs').as('activeMs'),
        // Words stay when a document comes back: the last count holds the earlier ones.
        fn.max('efforts.fieldsAsked').as('fieldsAsked'),
      ])
      .where('efforts.at', '>=', from)
      .where('documents.batchId', 'not in', practiceBatches(store.query))
      .groupBy('documents.id'),
  );
}

/** Samples of accepted fields that people decided from an instant on. */
export function decidedSamples(store: Readable, from: string) {
  return store.all(
    store.query
      .selectFrom('field_checks as check')
      .innerJoin('documents', 'documents.id', 'check.documentId')
      .select(['documents.formKey', 'check.kind', 'check.outcome', 'check.decidedAt'])
      .where('check.cause', '=', 'sample')
      .where('check.outcome', 'in', ['right', 'wrong'])
      .where('check.decidedAt', '>=', from)
      .where('documents.batchId', 'not in', practiceBatches(store.query)),
  );
}

const finished: readonly DocumentState[] = ['verified', 'approved', 'delivered'];

/** What the machine made of a field of a finished document, and whether people then said the same. */
export interface VerifiedField {
  readonly documentId: string;
  readonly formKey: string | null;
  readonly pointer: string;
  readonly status: FieldStatus;
  readonly reason: FieldReason | null;
  readonly confidence: number;
  /** Why it was looked at although it was accepted. */
  readonly cause: CheckCause | null;
  readonly right: boolean;
}

/** Fields of finished documents with a word from an instant on, by the last word on each. Unreadable ones tell nothing and are left out. */
export function verifiedFields(store: Readable, from: string): VerifiedField[] {
  const { query } = store;
  const latest = query
    .selectFrom('verdicts')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .groupBy(['documentId', 'pointer']);
  const rows = store.all(
    query
      .selectFrom('verdicts as word')
      .innerJoin('documents', 'documents.id', 'word.documentId')
      .innerJoin('fields as field', (join) =>
        join.onRef('field.documentId', '=', 'word.documentId').onRef('field.pointer', '=', 'word.pointer'),
      )
      .leftJoin('field_checks as check', (join) =>
        join.onRef('check.documentId', '=', 'word.documentId').onRef('check.pointer', '=', 'word.pointer'),
      )
      .select(['documents.id as documentId', 'documents.formKey', 'word.pointer', 'word.value as word'])
      .select(['field.value as machine', 'field.status', 'field.reason', 'field.confidence', 'check.cause'])
      // Most words say the very same: those are not parsed.
      .select(sql<number>`ifnull(word.value -> '$.value' = field.value, 0)`.as('same'))
      .where('word.seq', 'in', latest)
      .where('word.kind', '<>', 'unreadable')
      .where('word.at', '>=', from)
      .where('documents.state', 'in', finished)
      .where('documents.batchId', 'not in', practiceBatches(query)),
  );
  return rows.map(({ word, machine, same, ...row }) => {
    if (same === 1) return { ...row, right: true };
    const { value } = givenSchema.parse(JSON.parse(word ?? 'null'));
    return { ...row, right: sameValue(fieldValueSchema.parse(JSON.parse(machine)), value) };
  });
}

/**
 * How many fields each document whose verification was ended from an instant on has that hold a value and were accepted:
 * those that samples are drawn from.
 */
export function acceptedFields(store: Readable, from: string) {
  const { query } = store;
  const ended = query
    .selectFrom('audit_events')
    .select('subjectId')
    .where('action', '=', 'document.verified')
    .where('at', '>=', from);
  return store.all(
    query
      .selectFrom('fields')
      .innerJoin('documents', 'documents.id', 'fields.documentId')
      .select(({ fn }) => ['documents.id as documentId', fn.countAll<number>().as('accepted')])
      .where('fields.status', '=', 'accepted')
      .where('fields.value', '<>', 'null')
      .where('documents.id', 'in', ended)
      .where('documents.state', 'in', finished)
      .where('documents.batchId', 'not in', practiceBatches(query))
      .groupBy('documents.id'),
  );
}
