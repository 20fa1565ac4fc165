import type { TrayKind } from '../../contract/pile.ts';
import type { ReadableStore } from './connection.ts';
import { countPlaces } from './pile.ts';

/** Which part of a list. */
export interface Range {
  readonly from: number;
  readonly count: number;
}

function selectPilePages({ query }: ReadableStore) {
  return query
    .selectFrom('pile_pages as place')
    .innerJoin('pages', 'pages.id', 'place.pageId')
    .innerJoin('sources', 'sources.id', 'pages.sourceId')
    .leftJoin('document_pages', 'document_pages.pageId', 'place.pageId')
    .selectAll('pages')
    .select(['sources.name as sourceName', 'sources.sha256', 'sources.ordinal as sourceOrdinal'])
    .select(['document_pages.documentId', 'document_pages.position as documentPosition'])
    .select(['place.tray', 'place.dismissed', 'place.sheet', 'place.side', 'place.separator'])
    .select(['place.notices', 'place.replacedBy'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('pile_pages as earlier')
          .select('earlier.pageId')
          .whereRef('earlier.replacedBy', '=', 'place.pageId'),
      ).as('replaces'),
    );
}
export type PilePageFacts = ReturnType<typeof listPilePages>[number];

/** Pages of the pile in order. */
export function listPilePages(store: ReadableStore, batchId: string, { from, count }: Range) {
  const pile = selectPilePages(store).where('place.batchId', '=', batchId).where('place.tray', 'is', null);
  return store.all(pile.orderBy('place.position').orderBy('place.pageId').offset(from).limit(count));
}

/** Pages beside the pile, in the order in which they lay. */
export function listTrayPages(store: ReadableStore, batchId: string, kind: TrayKind | null, { from, count }: Range) {
  const beside = selectPilePages(store).where('place.batchId', '=', batchId);
  const tray = kind === null ? beside.where('place.tray', 'is not', null) : beside.where('place.tray', '=', kind);
  return store.all(tray.orderBy('place.position').orderBy('place.pageId').offset(from).limit(count));
}

export function countTray(store: ReadableStore, batchId: string, kind: TrayKind | null): number {
  const { tray } = countPlaces(store, batchId);
  return kind === null ? Object.values(tray).reduce((sum, { pages }) => sum + pages, 0) : tray[kind].pages;
}

/** A page with those that it took the place of and that took its place, the oldest first. */
export function listLineage(store: ReadableStore, pageId: string): PilePageFacts[] {
  const before = followUntilEnd(pageId, (id) => predecessorOf(store, id)).reverse();
  const after = followUntilEnd(pageId, (id) => successorOf(store, id));
  const rows = [...before, pageId, ...after].map((id) =>
    store.first(selectPilePages(store).where('pages.id', '=', id)),
  );
  return rows.filter((row) => row !== undefined);
}

function followUntilEnd(pageId: string, next: (pageId: string) => string | null): string[] {
  const found: string[] = [];
  for (let id = next(pageId); id !== null; id = next(id)) found.push(id);
  return found;
}

function predecessorOf(store: ReadableStore, pageId: string): string | null {
  const row = store.query.selectFrom('pile_pages').select('pageId').where('replacedBy', '=', pageId);
  return store.first(row)?.pageId ?? null;
}

function successorOf(store: ReadableStore, pageId: string): string | null {
  const row = store.query.selectFrom('pile_pages').select('replacedBy').where('pageId', '=', pageId);
  return store.first(row)?.replacedBy ?? null;
}

/** Place of a page among those of its pile; null when it is not in the pile. */
export function placeInPile(store: ReadableStore, pageId: string): number | null {
  const row = store.first(
    store.query
      .selectFrom('pile_pages as own')
      .select(({ fn, selectFrom }) => [
        'own.tray',
        selectFrom('pile_pages as other')
          .select(fn.countAll<number>().as('count'))
          .whereRef('other.batchId', '=', 'own.batchId')
          .where('other.tray', 'is', null)
          .whereRef('other.position', '<', 'own.position')
          .as('before'),
      ])
      .where('own.pageId', '=', pageId),
  );
  return row === undefined || row.tray !== null ? null : (row.before ?? 0);
}

/** Each place of a pile in order, with the document of its page: small rows, for a whole pile at once. */
export function listPlacesOfDocuments(store: ReadableStore, batchId: string) {
  return store.all(
    store.query
      .selectFrom('pile_pages as place')
      .leftJoin('document_pages', 'document_pages.pageId', 'place.pageId')
      .leftJoin('documents', 'documents.id', 'document_pages.documentId')
      .select(['place.notices', 'documents.id as documentId', 'documents.formKey', 'documents.reference'])
      .select('documents.notices as documentNotices')
      .where('place.batchId', '=', batchId)
      .where('place.tray', 'is', null)
      .orderBy('place.position')
      .orderBy('place.pageId'),
  );
}
