import type { Transaction } from '../store/connection.ts';
import type { PileColumns } from '../store/pile.ts';
import { refuse, refuseInterleaving } from '../texts/refusals/refusals.ts';
import { applyEdit, type Place, placesOf } from './apply-edit.ts';
import { firstPosition, positionsBetween } from './position.ts';
import type { EditBy } from './record-edit.ts';

/** Puts pages before another one, or at the end, in the order in which they lie. Throws an AppError. */
export function movePages(
  transaction: Transaction,
  by: EditBy,
  { pageIds, before }: { readonly pageIds: readonly string[]; readonly before: string | null },
): void {
  const places = placesOf(transaction, by.batchId);
  const moved = pilePlaces(places, pageIds);
  const wanted = new Set(pageIds);
  // Before one of themselves means: where the next page lies that stays.
  const from = before === null ? places.length : indexOf(places, before);
  const anchor = places.slice(from).find((place) => place.tray === null && !wanted.has(place.pageId));
  const others = places.filter(({ pageId }) => !wanted.has(pageId));
  const positions = positionsBefore(transaction, by.batchId, others, anchor?.pageId ?? null, moved.length);
  const isThere = moved.every((place, index) => isBeside(places, place, moved[index + 1] ?? anchor));
  if (isThere) return;
  applyEdit(
    transaction,
    { ...by, kind: 'move' },
    new Map(moved.map(({ pageId }, index) => [pageId, { position: positions[index] ?? '' }])),
  );
}

/** Whether `next` is the page of the pile that follows; undefined stands for the end. */
function isBeside(places: readonly Place[], place: Place, next: Place | undefined): boolean {
  const following = places.slice(places.indexOf(place) + 1).find(({ tray }) => tray === null);
  return following?.pageId === next?.pageId;
}

/** `count` positions just before a page, or at the end of the pile but before all that is still to come. */
export function positionsBefore(
  transaction: Transaction,
  batchId: string,
  places: readonly Pick<Place, 'pageId' | 'position'>[],
  before: string | null,
  count: number,
): string[] {
  if (before !== null) {
    const index = places.findIndex(({ pageId }) => pageId === before);
    if (index < 0) throw refuse('no-such-page');
    return positionsBetween(places[index - 1]?.position ?? null, places[index]?.position ?? null, count);
  }
  const last = places.at(-1)?.position ?? null;
  const next = firstPosition(nextSourceOrdinal(transaction, batchId), 0);
  return positionsBetween(last, last === null || last < next ? next : null, count);
}

function nextSourceOrdinal(transaction: Transaction, batchId: string): number {
  const last = transaction.first(
    transaction.query
      .selectFrom('sources')
      .select(({ fn }) => fn.max<number | null>('ordinal').as('ordinal'))
      .where('batchId', '=', batchId),
  );
  return (last?.ordinal ?? -1) + 1;
}

/**
 * Sorts fronts followed by backs into sheets. What lies in the tray as blank or separator is sorted along, because it was
 * fed like the rest. Throws an AppError when there are not as many backs as fronts.
 */
export function interleavePages(
  transaction: Transaction,
  by: EditBy,
  { firstBack, reversed }: { readonly firstBack: string | null; readonly reversed: boolean },
): void {
  const places = placesOf(transaction, by.batchId);
  const fed = places.filter(({ tray }) => tray === null || tray === 'blank' || tray === 'separator');
  const fronts = fed.slice(0, firstBack === null ? Math.floor(fed.length / 2) : indexOf(fed, firstBack));
  const backs = fed.slice(fronts.length);
  if (fronts.length !== backs.length || fronts.length === 0) throw refuseInterleaving(fronts.length, backs.length);
  if (reversed) backs.reverse();
  const lastSheet = Math.max(0, ...places.map(({ sheet }) => sheet ?? 0));
  const wanted = new Map<string, PileColumns>();
  for (const [index, front] of fronts.entries()) {
    const sheet = front.sheet ?? lastSheet + index + 1;
    wanted.set(front.pageId, { position: fed[2 * index]?.position ?? '', sheet, side: 'front' });
    const back = backs[index];
    if (back) wanted.set(back.pageId, { position: fed[2 * index + 1]?.position ?? '', sheet, side: 'back' });
  }
  applyEdit(transaction, { ...by, kind: 'interleave' }, wanted);
}

/** The places of pages that must lie in the pile, in its order. Throws an AppError for one that does not. */
export function pilePlaces(places: readonly Place[], pageIds: readonly string[]): Place[] {
  const wanted = new Set(pageIds);
  const found = places.filter(({ pageId, tray }) => tray === null && wanted.has(pageId));
  if (found.length !== wanted.size) throw refuse('no-such-page');
  return found;
}

export function indexOf(places: readonly Place[], pageId: string): number {
  const index = places.findIndex((place) => place.pageId === pageId);
  if (index < 0) throw refuse('no-such-page');
  return index;
}
