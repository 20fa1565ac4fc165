import { type PageReading, pageReadingSchema } from '../../ocr/model/result.ts';
import type { ReadableStore } from './connection.ts';

type Readable = Pick<ReadableStore, 'all' | 'query'>;

/** What was read on the pages of a document, in its order. Pages without a reading are left out. */
export function readingsOfDocument(store: Readable, documentId: string): PageReading[] {
  const rows = store.all(
    store.query
      .selectFrom('document_pages')
      .innerJoin('readings', 'readings.pageId', 'document_pages.pageId')
      .select('readings.reading')
      .where('document_pages.documentId', '=', documentId)
      .orderBy('document_pages.position'),
  );
  return rows.map(({ reading }) => pageReadingSchema.parse(JSON.parse(reading)));
}
