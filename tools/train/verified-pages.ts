import type { FormPackage } from '../../ocr/model/form.ts';
import { type PageReading, pageReadingSchema } from '../../ocr/model/result.ts';
import type { ReadableStore } from '../../station/store/connection.ts';
import { pagesOfDocument } from '../../station/store/documents.ts';
import { practiceBatches } from '../../station/store/practice.ts';
import { latestWords, type Word } from '../../station/store/verdicts.ts';

/** A registered page of a document whose fields people gave their word on. */
export interface VerifiedPage {
  readonly form: FormPackage;
  readonly reading: PageReading & { readonly registration: NonNullable<PageReading['registration']> };
  readonly words: ReadonlyMap<string, Word>;
  readonly sha256: string;
  readonly sourceName: string;
  readonly index: number;
}

const settled = ['verified', 'approved', 'delivered'] as const;

/** Pages of documents that are verified at least, in no particular order; none of practice. */
export function listVerifiedPages(store: ReadableStore, forms: ReadonlyMap<string, FormPackage>): VerifiedPage[] {
  const documents = store.all(
    store.query
      .selectFrom('documents')
      .select(['id', 'batchId', 'formKey'])
      .where('state', 'in', settled)
      .where('batchId', 'not in', practiceBatches(store.query)),
  );
  return documents.flatMap((document) => {
    const form = forms.get(document.formKey ?? '');
    const words = latestWords(store, document.id);
    if (form === undefined || words.size === 0) return [];
    return pagesOfDocument(store, document).flatMap((page): VerifiedPage[] => {
      const row = store.first(store.query.selectFrom('readings').select('reading').where('pageId', '=', page.id));
      if (row === undefined) return [];
      const { registration, ...reading } = pageReadingSchema.parse(JSON.parse(row.reading));
      if (registration === null) return [];
      const { sha256, sourceName, pageIndex } = page;
      return [{ form, words, sha256, sourceName, index: pageIndex, reading: { ...reading, registration } }];
    });
  });
}
