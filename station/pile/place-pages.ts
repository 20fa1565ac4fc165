import { appendEvent } from '../audit/chain.ts';
import type { Transaction } from '../store/connection.ts';
import { insertEdit, insertPlace, listPlaces, type PileChange, type PilePlace, updatePlace } from '../store/pile.ts';
import type { PlacementRow } from '../store/tables/capture.ts';
import { isLockedPlace, lockedPages } from './locked-pages.ts';
import { positionsBefore } from './order-edits.ts';
import { laterSiblings } from './placement.ts';
import { firstPosition, positionsBetween } from './position.ts';

export interface PagesToPlace {
  readonly sourceId: string;
  readonly batchId: string;
  readonly pages: readonly { readonly id: string; readonly index: number }[];
}

/**
 * Gives the pages of a source that was just opened their places: behind all that came before, or where a person wanted
 * them. The latter is an edit that can be undone like any other.
 */
export function placePages(transaction: Transaction, { sourceId, batchId, pages }: PagesToPlace): void {
  const { query } = transaction;
  const placement = transaction.first(query.selectFrom('placements').selectAll().where('sourceId', '=', sourceId));
  const source = transaction.first(
    query.selectFrom('sources').select(['ordinal', 'scanSheet', 'side']).where('id', '=', sourceId),
  );
  if (source === undefined) throw new Error(`source ${sourceId} is gone`);
  const own = { batchId, sheet: source.scanSheet, side: source.side, tray: null };
  if (placement === undefined) {
    for (const { id, index } of pages) {
      insertPlace(transaction, { ...own, pageId: id, position: firstPosition(source.ordinal, index) });
    }
  } else {
    const siblings = laterSiblings(transaction, placement, source.ordinal);
    placeByHand(transaction, { batchId, pages, sourceId }, { ...placement, siblings }, own);
  }
}

/** The page before which something comes that belongs before `siblings`, which lie just before the anchor or the end. */
function firstOf(
  places: readonly PilePlace[],
  anchor: PilePlace | undefined,
  siblings: ReadonlySet<string>,
): string | null {
  let index = anchor === undefined ? places.length : places.indexOf(anchor);
  while (siblings.has(places[index - 1]?.pageId ?? '')) index -= 1;
  return places[index]?.pageId ?? null;
}

type OwnColumns = Pick<PilePlace, 'batchId' | 'sheet' | 'side'>;

function placeByHand(
  transaction: Transaction,
  { batchId, pages }: PagesToPlace,
  { kind, pageId, actor, siblings }: PlacementRow & { readonly siblings: ReadonlySet<string> },
  own: OwnColumns,
): void {
  const places = listPlaces(transaction, batchId);
  const anchor = places.find((place) => place.pageId === pageId);
  const locked = lockedPages(transaction, batchId);
  const isReplacement = kind === 'replace' && anchor !== undefined;
  const positions = isReplacement
    ? positionsBetween(anchor.position, places[places.indexOf(anchor) + 1]?.position ?? null, pages.length)
    : positionsBefore(transaction, batchId, places, firstOf(places, anchor, siblings), pages.length);
  // Somebody began to work on the document in the meantime: what came in waits in the tray for a word.
  const isRefused = anchor !== undefined && isLockedPlace(locked, places, { kind, pageId: anchor.pageId });
  const isReplaced = isReplacement && !isRefused && anchor.tray === null;
  for (const [index, { id }] of pages.entries()) {
    const takesOver = isReplaced && index === 0 ? { sheet: anchor.sheet, side: anchor.side } : {};
    const position = positions[index] ?? '';
    insertPlace(transaction, { ...own, ...takesOver, pageId: id, position, tray: isRefused ? 'removed' : null });
  }
  if (isRefused) return;
  const [first] = pages;
  const changes: PileChange[] = pages.map(({ id }) => ({
    ...{ pageId: id, before: { tray: 'removed' }, after: { tray: null } },
  }));
  if (isReplaced && first !== undefined) {
    const after = { tray: 'replaced', replacedBy: first.id, dismissed: 1 } as const;
    updatePlace(transaction, anchor.pageId, after);
    const { dismissed } = anchor;
    changes.push({ pageId: anchor.pageId, before: { tray: null, replacedBy: null, dismissed }, after });
  }
  insertEdit(transaction, {
    ...{ batchId, kind: isReplaced ? 'replace' : 'insert', edit: null, actor, changes },
    separation: null,
  });
  appendEvent(transaction, {
    ...{ actor, action: isReplaced ? 'pile.replaced' : 'pile.inserted', subjectKind: 'batch', subjectId: batchId },
    detail: { pages: pages.length, replaced: isReplaced ? anchor.pageId : null },
  });
}
