import type { z } from 'zod';
import type { PileEditKind, rotateSchema } from '../../contract/pile.ts';
import type { Transaction } from '../store/connection.ts';
import type { PileColumns } from '../store/pile.ts';
import type { Rotation } from '../store/tables/column-types.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { applyEdit, type Place, placesOf } from './apply-edit.ts';
import { lockedPages } from './locked-pages.ts';
import { indexOf, pilePlaces } from './order-edits.ts';
import type { EditBy } from './record-edit.ts';

type Rotate = Omit<z.infer<typeof rotateSchema>, 'batchId'>;

/** Turns pages by what is shown of them. Throws an AppError. */
export function rotatePages(transaction: Transaction, by: EditBy, { which, clockwiseDeg }: Rotate): void {
  const places = placesOf(transaction, by.batchId);
  const turned = which.kind === 'pages' ? withIds(places, which.pageIds) : sidesOf(places, which.sides);
  const wanted = turned.map(({ pageId, rotationDeg }): [string, PileColumns] => {
    const turnDeg = turnBy(rotationDeg, clockwiseDeg);
    return [pageId, { turnDeg, rotationDeg: turnDeg }];
  });
  applyEdit(transaction, { ...by, kind: 'rotate' }, new Map(wanted));
}

function turnBy(rotationDeg: Rotation, clockwiseDeg: Rotation): Rotation {
  const turns: readonly Rotation[] = [0, 90, 180, 270];
  return turns[((rotationDeg + clockwiseDeg) / 90) % 4] ?? 0;
}

function sidesOf(places: readonly Place[], sides: 'all' | 'odd' | 'even'): Place[] {
  const pile = places.filter(({ tray }) => tray === null);
  if (sides === 'all') return pile;
  const isDuplex = pile.some(({ side }) => side !== null);
  return pile.filter(({ side }, index) => {
    const isOdd = isDuplex ? side === 'front' : index % 2 === 0;
    return isOdd === (sides === 'odd');
  });
}

/** Takes pages out of the pile; those of the tray that lie there by themselves become a person's choice. */
export function takeOut(transaction: Transaction, by: EditBy, pageIds: readonly string[]): void {
  const places = withIds(placesOf(transaction, by.batchId), pageIds);
  if (places.some(({ tray }) => tray === 'replaced')) throw refuse('page-replaced');
  setAll(transaction, by, 'to-tray', places, { tray: 'removed', dismissed: 1, kept: 0 });
}

/** Puts pages of the tray back to where they lay; the machine does not take them out again. */
export function putBack(transaction: Transaction, by: EditBy, pageIds: readonly string[]): void {
  const places = trayPlaces(transaction, by, pageIds);
  if (places.some(({ tray }) => tray === 'replaced')) throw refuse('page-replaced');
  setAll(transaction, by, 'put-back', places, { tray: null, dismissed: 0, kept: 1 });
}

/** Says that pages of the tray were looked at and stay there. */
export function dismissPages(transaction: Transaction, by: EditBy, pageIds: readonly string[]): void {
  setAll(transaction, by, 'dismiss', trayPlaces(transaction, by, pageIds), { dismissed: 1 });
}

/** Lets a document begin at a page. Throws an AppError when one does already. */
export function splitAt(transaction: Transaction, by: EditBy, pageId: string): void {
  const { place, before } = inPile(transaction, by, pageId);
  if (before === undefined || place.cut === 'begins' || beginsDocument(transaction, pageId)) {
    throw refuse('document-begins-here');
  }
  setAll(transaction, by, 'split', [place], { cut: 'begins' });
}

/** Makes the document that begins at a page part of the one before it. Throws an AppError when it is so already. */
export function joinAt(transaction: Transaction, by: EditBy, pageId: string): void {
  const { place, before } = inPile(transaction, by, pageId);
  if (before === undefined || place.cut === 'joins') throw refuse('nothing-to-join');
  if (place.cut !== 'begins' && !beginsDocument(transaction, pageId)) throw refuse('nothing-to-join');
  if (lockedPages(transaction, by.batchId).has(before.pageId)) throw refuse('document-worked-on');
  setAll(transaction, by, 'join', [place], { cut: 'joins' });
}

function beginsDocument(transaction: Transaction, pageId: string): boolean {
  const own = transaction.query.selectFrom('document_pages').select('position').where('pageId', '=', pageId);
  return transaction.first(own)?.position === 0;
}

function inPile(transaction: Transaction, { batchId }: EditBy, pageId: string) {
  const pile = placesOf(transaction, batchId).filter(({ tray }) => tray === null);
  const [place] = pilePlaces(pile, [pageId]);
  if (place === undefined) throw refuse('no-such-page');
  return { place, before: pile[indexOf(pile, pageId) - 1] };
}

function trayPlaces(transaction: Transaction, { batchId }: EditBy, pageIds: readonly string[]): Place[] {
  const places = withIds(placesOf(transaction, batchId), pageIds);
  if (places.some(({ tray }) => tray === null)) throw refuse('page-not-in-tray');
  return places;
}

function withIds(places: readonly Place[], pageIds: readonly string[]): Place[] {
  const wanted = new Set(pageIds);
  const found = places.filter(({ pageId }) => wanted.has(pageId));
  if (found.length !== wanted.size) throw refuse('no-such-page');
  return found;
}

function setAll(
  transaction: Transaction,
  by: EditBy,
  kind: Exclude<PileEditKind, 'separate'>,
  places: readonly Place[],
  columns: PileColumns,
): void {
  applyEdit(transaction, { ...by, kind }, new Map(places.map(({ pageId }) => [pageId, columns])));
}
