import type { z } from 'zod';
import { type PageReading, pageReadingSchema } from '../../ocr/model/result.ts';
import type { ReadableStore } from './connection.ts';

/** What was read on the pages of a document, in its order. Pages without a reading are left out. */
export function readingsOfDocument(store: ReadableStore, documentId: string): PageReading[] {
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

const zonesOfPageSchema = pageReadingSchema.pick({ registration: true, zones: true });

/** Only the zones of what was read on a document's pages, which is a small part of it. */
export function zonesOfDocument(store: ReadableStore, documentId: string): z.infer<typeof zonesOfPageSchema>[] {
  const rows = store.all(
    store.query
      .selectFrom('document_pages')
      .innerJoin('readings', 'readings.pageId', 'document_pages.pageId')
      .select(({ fn, val }) => [
        fn<string>('json_extract', ['readings.reading', val('$.registration')]).as('registration'),
        fn<string>('json_extract', ['readings.reading', val('$.zones')]).as('zones'),
      ])
      .where('document_pages.documentId', '=', documentId)
      .orderBy('document_pages.position'),
  );
  return rows.map(({ registration, zones }) =>
    zonesOfPageSchema.parse({ registration: JSON.parse(registration ?? 'null'), zones: JSON.parse(zones) }),
  );
}
