import { featuresOf } from '../../ocr/extract/calibrate/features.ts';
import type { Observation } from '../../ocr/extract/calibrate/fit.ts';
import { poolOf } from '../../ocr/extract/calibrate/judge.ts';
import { obstacleOf } from '../../ocr/extract/decide.ts';
import { sameValue } from '../../ocr/extract/same-value.ts';
import { traceFields } from '../../ocr/extract/trace.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { ReadableStore } from '../store/connection.ts';
import { practiceBatches } from '../store/practice.ts';
import { readingsOfDocument } from '../store/readings.ts';
import { latestWords, type Word } from '../store/verdicts.ts';
import type { Knowledge } from '../verify/document-detail.ts';

/** Only so many documents are looked at, the newest: older paper says less of what comes next. */
const mostDocuments = 2000;

/** Ids and forms of the documents whose words a second person has approved, newest last; none of practice. */
export function approvedDocuments(store: ReadableStore): { readonly id: string; readonly formKey: string }[] {
  const rows = store.all(
    store.query
      .selectFrom('documents')
      .innerJoin('audit_events as event', 'event.subjectId', 'documents.id')
      .select(['documents.id', 'documents.formKey'])
      .where('documents.state', 'in', ['approved', 'delivered'])
      .where('documents.batchId', 'not in', practiceBatches(store.query))
      .where('event.action', '=', 'document.approved')
      .groupBy('documents.id')
      .orderBy(({ fn }) => fn.max('event.seq')),
  );
  return rows.flatMap(({ id, formKey }) => (formKey === null ? [] : [{ id, formKey }])).slice(-mostDocuments);
}

/**
 * Compares what the machine makes of a document today, from its stored readings, with the final words of the people who
 * verified it. Fields without a word are left out, and those that nobody could read.
 */
export function observeDocument(
  store: ReadableStore,
  documentId: string,
  form: FormPackage,
  { tables }: Pick<Knowledge, 'tables'>,
): Observation[] {
  const words = latestWords(store, documentId);
  if (words.size === 0) return [];
  return traceFields(form, readingsOfDocument(store, documentId), tables).flatMap((trace): Observation[] => {
    const { description, normalised } = trace.evidence;
    const word = words.get(description.pointer);
    const features = featuresOf(trace);
    if (word === undefined || features === null || !tellsValue(word)) return [];
    return [
      {
        document: documentId,
        features,
        right: sameValue(normalised.value, word.value),
        pool: poolOf(trace),
        acceptable: obstacleOf(trace) === null,
      },
    ];
  });
}

function tellsValue({ kind }: Word): boolean {
  return kind !== 'unreadable';
}
