import type { DocumentDetail } from '../../contract/document.ts';
import type { Truth, TruthDocument } from '../samples/truth.ts';

/** Finds the sample that a document of the station was made from, by the file of its first page. */
export function truthOfDocument(truth: Truth, { pageList }: DocumentDetail): TruthDocument | undefined {
  const [first] = pageList;
  return truth.documents.find(({ pages }) => pages.some(({ file }) => file === first?.sourceName));
}
