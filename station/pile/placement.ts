import type { ReadableStore, Transaction } from '../store/connection.ts';
import { listPlaces } from '../store/pile.ts';
import type { PlacementRow } from '../store/tables/capture.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { isLockedPlace, lockedPages } from './locked-pages.ts';

/** Where the pages of a source go that a person puts into a pile: before a page, in its place, or at the end. */
export type Placement = Pick<PlacementRow, 'kind' | 'pageId'>;

export function insertionBefore(before: string | null): Placement {
  return before === null ? { kind: 'end', pageId: null } : { kind: 'before', pageId: before };
}

export function insertPlacement(
  transaction: Transaction,
  sourceId: string,
  actor: string,
  { kind, pageId }: Placement,
): void {
  transaction.run(transaction.query.insertInto('placements').values({ sourceId, kind, pageId, actor }));
}

/** Throws an AppError when nothing can be put there. */
export function checkPlacement(store: ReadableStore, batchId: string, { kind, pageId }: Placement): void {
  if (pageId === null) return;
  const places = listPlaces(store, batchId);
  if (places.find((place) => place.pageId === pageId)?.tray !== null) throw refuse('no-such-page');
  if (isLockedPlace(lockedPages(store, batchId), places, { kind, pageId })) throw refuse('document-worked-on');
}

/**
 * Pages that are there already and belong behind those of this source, because a later source was put at the same place.
 * Sources are opened as workers come free, not in their order.
 */
export function laterSiblings(
  transaction: Transaction,
  { sourceId, kind, pageId }: Pick<PlacementRow, 'sourceId' | 'kind' | 'pageId'>,
  ordinal: number,
): ReadonlySet<string> {
  const rows = transaction.all(
    transaction.query
      .selectFrom('placements')
      .innerJoin('sources', 'sources.id', 'placements.sourceId')
      .innerJoin('pages', 'pages.sourceId', 'sources.id')
      .select('pages.id')
      .where('placements.kind', '=', kind)
      .where('placements.pageId', 'is', pageId)
      .where('sources.id', '<>', sourceId)
      .where('sources.batchId', '=', (own) =>
        own.selectFrom('sources as own').select('own.batchId').where('own.id', '=', sourceId),
      )
      .where('sources.ordinal', '>', ordinal),
  );
  return new Set(rows.map(({ id }) => id));
}
