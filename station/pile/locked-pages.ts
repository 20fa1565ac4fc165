import { isOpenToEdits } from '../pipeline/document-upkeep.ts';
import type { ReadableStore } from '../store/connection.ts';
import type { PilePlace } from '../store/pile.ts';
import { refuse } from '../texts/refusals/refusals.ts';

/** Pages of documents that a person has worked on, with their documents: these stay where they are. */
export function lockedPages(store: ReadableStore, batchId: string): ReadonlyMap<string, string> {
  const rows = store.all(
    store.query
      .selectFrom('document_pages')
      .innerJoin('documents', 'documents.id', 'document_pages.documentId')
      .select(['document_pages.pageId', 'documents.id', 'documents.state', 'documents.verifiedBy'])
      .where('documents.batchId', '=', batchId),
  );
  return new Map(
    rows.filter(({ state, verifiedBy }) => !isOpenToEdits(state, verifiedBy)).map(({ pageId, id }) => [pageId, id]),
  );
}

/** Throws an AppError when a page belongs to a document that a person has worked on. */
export function refuseLocked(locked: ReadonlyMap<string, string>, pageIds: Iterable<string>): void {
  for (const pageId of pageIds) if (locked.has(pageId)) throw refuse('document-worked-on');
}

/** Whether something put here would take a page from, or lie between those of, a document that a person has worked on. */
export function isLockedPlace(
  locked: ReadonlyMap<string, string>,
  places: readonly PilePlace[],
  { kind, pageId }: { readonly kind: 'before' | 'end' | 'replace'; readonly pageId: string },
): boolean {
  const documentId = locked.get(pageId);
  if (documentId === undefined) return false;
  if (kind === 'replace') return true;
  const pile = places.filter(({ tray }) => tray === null);
  const before = pile[pile.findIndex((place) => place.pageId === pageId) - 1];
  return before !== undefined && locked.get(before.pageId) === documentId;
}

/** Throws an AppError when other pages lie between those of a document that a person has worked on. */
export function refuseParted(locked: ReadonlyMap<string, string>, places: readonly PilePlace[]): void {
  const ended = new Set<string>();
  let current: string | undefined;
  for (const { pageId, tray } of places) {
    if (tray !== null) continue;
    const documentId = locked.get(pageId);
    if (documentId === current) continue;
    if (current !== undefined) ended.add(current);
    if (documentId !== undefined && ended.has(documentId)) throw refuse('document-parted');
    current = documentId;
  }
}
