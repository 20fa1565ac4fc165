import type { ExtractedField } from '../../ocr/model/field.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { Transaction } from '../store/connection.ts';

/** A document at one time: its pages in order, and what was made of them by pointer. */
export interface Making {
  readonly pageIds: readonly string[];
  readonly fields: ReadonlyMap<string, ExtractedField>;
}

/** Which of the fields that people gave a word on stand on the very pages on which they stood before. */
export function keptPointers(
  transaction: Transaction,
  form: FormPackage,
  pointers: Iterable<string>,
  { before, now }: { readonly before: Making; readonly now: Making },
): string[] {
  const layoutPages = layoutPagesOf(transaction, [...before.pageIds, ...now.pageIds]);
  const isWhole = before.pageIds.every((pageId) => now.pageIds.includes(pageId));
  return [...pointers].filter((pointer) => {
    if (!now.fields.has(pointer)) return false;
    const [stood, stands] = [before, now].map((making) => pagesOfField(form, pointer, making, layoutPages).join());
    // Of a field without a place nobody knows where it was looked for.
    return stood === stands && (stands !== '' || isWhole);
  });
}

/** The pages with a zone for a field, else the one on which it was found; none where it has no place. */
function pagesOfField(
  { layouts }: FormPackage,
  pointer: string,
  { pageIds, fields }: Making,
  layoutPages: ReadonlyMap<string, number>,
): string[] {
  const asks = (layoutPage: number): boolean =>
    layouts.some(({ pages }) => pages[layoutPage]?.zones.some(({ field }) => field === pointer));
  const zoned = pageIds.filter((pageId) => asks(layoutPages.get(pageId) ?? -1));
  const found = fields.get(pointer);
  return zoned.length > 0 || found === undefined || found.boxPx === null ? zoned : [pageIds[found.page] ?? ''];
}

function layoutPagesOf(transaction: Transaction, pageIds: readonly string[]): ReadonlyMap<string, number> {
  const rows = transaction.all(
    transaction.query.selectFrom('pages').select(['id', 'layoutPage']).where('id', 'in', pageIds),
  );
  return new Map(rows.flatMap(({ id, layoutPage }) => (layoutPage === null ? [] : [[id, layoutPage]])));
}
