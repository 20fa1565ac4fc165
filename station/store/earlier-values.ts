import type { ReadableStore } from './connection.ts';
import { practiceBatches } from './practice.ts';

/** Words looked through for values given before; the latest ones. */
const mostWords = 2000;

/** Texts that people confirmed or keyed in these fields of a form, the latest first, each once; none of practice. */
export function earlierValues(store: ReadableStore, formKey: string, pointers: readonly string[]): string[] {
  const rows = store.all(
    store.query
      .selectFrom('verdicts')
      .innerJoin('documents', 'documents.id', 'verdicts.documentId')
      .select(({ fn, val }) => fn<unknown>('json_extract', ['verdicts.value', val('$.value')]).as('value'))
      .where('documents.formKey', '=', formKey)
      .where('documents.batchId', 'not in', practiceBatches(store.query))
      .where('verdicts.pointer', 'in', pointers)
      .where('verdicts.kind', 'in', ['confirm', 'key'])
      .orderBy('verdicts.seq', 'desc')
      .limit(mostWords),
  );
  return [...new Set(rows.map(({ value }) => value).filter((value) => typeof value === 'string'))];
}
