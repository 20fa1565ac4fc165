import { sql } from 'kysely';
import { sameValue } from '../../ocr/extract/same-value.ts';
import { type FieldReason, type FieldStatus, fieldValueSchema } from '../../ocr/model/field.ts';
import type { ReadableStore } from './connection.ts';
import { practiceBatches } from './practice.ts';
import { finishedStates } from './states.ts';
import type { CheckCause } from './tables/sampling.ts';
import { givenSchema } from './verdicts.ts';

/*
 * What is known of the work over all batches, those of practice left out. No statement here reads who did it.
 */

/** From one instant up to another. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Documents that are not delivered, by batch, form and state, and since when the first of them is there. */
export function waitingDocuments(store: ReadableStore) {
  return store.all(
    store.query
      .selectFrom('documents')
      .innerJoin('batches', 'batches.id', 'documents.batchId')
      .select(['documents.batchId', 'batches.name as batchName', 'documents.formKey', 'documents.state'])
      .select(({ fn }) => [
        fn.countAll<number>().as('documents'),
        fn.sum<number>('documents.openFields').as('openFields'),
        fn.min(fn.coalesce('documents.waitingSince', 'batches.createdAt')).as('oldest'),
      ])
      .where('documents.state', '<>', 'delivered')
      .where('batches.practice', '=', 0)
      .groupBy(['documents.batchId', 'documents.formKey', 'documents.state'])
      .orderBy('oldest'),
  );
}

/** When the verification of a document was ended, once for each time, from an instant on. */
export function finishings(store: ReadableStore, from: string) {
  return store.all(
    store.query
      .selectFrom('audit_events as event')
      .innerJoin('documents', 'documents.id', 'event.subjectId')
      .select('event.at')
      .where('event.action', '=', 'document.verified')
      .where('event.at', '>=', from)
      .where('documents.batchId', 'not in', practiceBatches(store.query)),
  );
}

/** Ids of the finished documents of which the verification was ended within a span of time, and not once more after it. */
function documentsEnded({ query }: ReadableStore, { from, to }: Span) {
  return query
    .selectFrom('audit_events as event')
    .innerJoin('documents as ended', 'ended.id', 'event.subjectId')
    .select('ended.id')
    .where('event.action', '=', 'document.verified')
    .where('event.at', '>=', from)
    .where('event.at', '<', to)
    .where('ended.state', 'in', finishedStates)
    .where('ended.batchId', 'not in', practiceBatches(query))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_events as later')
            .select('later.seq')
            .whereRef('later.subjectId', '=', 'event.subjectId')
            // The plus has SQLite look among the document's events, not among all of this action.
            .where(sql`+later.action`, '=', 'document.verified')
            .where('later.at', '>=', to),
        ),
      ),
    );
}

/** What each document cost that was finished within a span, over all times that it was. */
export function effortsByDocument(store: ReadableStore, span: Span) {
  return store.all(
    store.query
      .selectFrom('efforts')
      .innerJoin('documents', 'documents.id', 'efforts.documentId')
      .select('documents.formKey')
      .select(({ fn }) => [
        fn.sum<number>('efforts.keystrokes').as('keystrokes'),
        fn.sum<number>('efforts.activeMs').as('activeMs'),
        // Words stay when a document comes back: the last count holds the earlier ones.
        fn.max('efforts.fieldsAsked').as('fieldsAsked'),
      ])
      .where('documents.id', 'in', documentsEnded(store, span))
      .groupBy('documents.id'),
  );
}

/** How many samples of accepted fields people decided from an instant on, by form, kind, outcome and day. */
export function decidedSamples(store: ReadableStore, from: string) {
  const day = sql<string>`substr("check"."decidedAt", 1, 10)`;
  return store.all(
    store.query
      .selectFrom('field_checks as check')
      .innerJoin('documents', 'documents.id', 'check.documentId')
      .select(({ fn }) => [
        ...(['documents.formKey', 'check.kind', 'check.outcome'] as const),
        day.as('day'),
        fn.countAll<number>().as('count'),
      ])
      .where('check.cause', '=', 'sample')
      .where('check.outcome', 'in', ['right', 'wrong'])
      .where('check.decidedAt', '>=', from)
      .where('documents.batchId', 'not in', practiceBatches(store.query))
      .groupBy(['documents.formKey', 'check.kind', 'check.outcome', day]),
  );
}

/** What the machine made of a field of a finished document, and whether people then said the same. */
export interface VerifiedField {
  readonly formKey: string | null;
  readonly pointer: string;
  readonly status: FieldStatus;
  readonly reason: FieldReason | null;
  readonly confidence: number;
  /** Why it was looked at although it was accepted. */
  readonly cause: CheckCause | null;
  readonly right: boolean;
}

/** Fields with a word of the documents finished within a span, by the last word on each. Unreadable ones tell nothing and are left out. */
export function verifiedFields(store: ReadableStore, span: Span): VerifiedField[] {
  const { query } = store;
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
      .select(['documents.formKey', 'word.pointer', 'word.value as word'])
      .select(['field.value as machine', 'field.status', 'field.reason', 'field.confidence', 'check.cause'])
      // Most words say the very same: those are not parsed.
      .select(sql<number>`ifnull(word.value -> '$.value' = field.value, 0)`.as('same'))
      .where('word.documentId', 'in', documentsEnded(store, span))
      .where('word.kind', '<>', 'unreadable')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('verdicts as later')
              .select('later.seq')
              .whereRef('later.documentId', '=', 'word.documentId')
              .whereRef('later.pointer', '=', 'word.pointer')
              .whereRef('later.seq', '>', 'word.seq'),
          ),
        ),
      ),
  );
  return rows.map(({ word, machine, same, ...row }) => {
    if (same === 1) return { ...row, right: true };
    const { value } = givenSchema.parse(JSON.parse(word ?? 'null'));
    return { ...row, right: sameValue(fieldValueSchema.parse(JSON.parse(machine)), value) };
  });
}

/** How many fields the documents finished within a span have that hold a value and were accepted: those that samples are drawn from. */
export function acceptedFields(store: ReadableStore, span: Span): number {
  const counted = store.query
    .selectFrom('fields')
    .select(({ fn }) => fn.countAll<number>().as('accepted'))
    .where('status', '=', 'accepted')
    .where('value', '<>', 'null')
    .where('documentId', 'in', documentsEnded(store, span));
  return store.first(counted)?.accepted ?? 0;
}
