import type { z } from 'zod';
import type {
  interleaveSchema,
  moveSchema,
  PilePage,
  PileRange,
  PileSection,
  PileView,
  rotateSchema,
  Separation,
  TrayKind,
} from '../../contract/pile.ts';
import type { StationCore } from '../core.ts';
import { findBatch } from '../store/batches.ts';
import type { Transaction } from '../store/connection.ts';
import { countPlaces, findPlace } from '../store/pile.ts';
import { countTray, listLineage, listPilePages, listTrayPages, placeInPile, type Range } from '../store/pile-pages.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { insertFiles } from './insert-files.ts';
import { interleavePages, movePages } from './order-edits.ts';
import { outlinePile } from './outline.ts';
import { dismissPages, joinAt, putBack, rotatePages, splitAt, takeOut } from './page-edits.ts';
import type { Placement } from './placement.ts';
import { presentPile, presentPilePages } from './present-pile.ts';
import type { EditBy } from './record-edit.ts';
import { setSeparation } from './set-separation.ts';
import { redoEdit, undoEdit } from './undo-edit.ts';

type Actor = { readonly id: string };

/** People's work on piles. Functions throw an AppError where an edit is refused. */
export interface Piles {
  view(batchId: string): PileView;
  pages(batchId: string, range: Range): Promise<PileRange>;
  outline(batchId: string): Promise<PileSection[]>;
  tray(batchId: string, kind: TrayKind | null, range: Range): Promise<PileRange>;
  placeOf(pageId: string): number | null;
  lineage(pageId: string): Promise<PilePage[]>;
  move(actor: Actor, move: z.infer<typeof moveSchema>): PileView;
  rotate(actor: Actor, rotate: z.infer<typeof rotateSchema>): PileView;
  toTray(actor: Actor, batchId: string, pageIds: readonly string[]): PileView;
  putBack(actor: Actor, batchId: string, pageIds: readonly string[]): PileView;
  dismiss(actor: Actor, batchId: string, pageIds: readonly string[]): PileView;
  split(actor: Actor, pageId: string): PileView;
  join(actor: Actor, pageId: string): PileView;
  interleave(actor: Actor, interleave: z.infer<typeof interleaveSchema>): PileView;
  /** Resolves when the files are safe; their pages come in afterwards. */
  insertFiles(actor: Actor, batchId: string, paths: readonly string[], placement: Placement): Promise<PileView>;
  undo(actor: Actor, batchId: string): PileView;
  redo(actor: Actor, batchId: string): PileView;
  setSeparation(actor: Actor, batchId: string, separation: Separation): PileView;
}

export function createPiles({ store, forms, announce }: Pick<StationCore, 'store' | 'forms' | 'announce'>): Piles {
  function view(batchId: string): PileView {
    if (findBatch(store, batchId) === undefined) throw refuse('no-such-batch');
    return presentPile(store, batchId);
  }

  function edit(actor: Actor, batchId: string, work: (transaction: Transaction, by: EditBy) => void): PileView {
    if (findBatch(store, batchId) === undefined) throw refuse('no-such-batch');
    store.transact((transaction) => work(transaction, { batchId, actor: actor.id }));
    announce(batchId);
    return view(batchId);
  }

  const batchOf = (pageId: string): string => {
    const place = findPlace(store, pageId);
    if (place === undefined) throw refuse('no-such-page');
    return place.batchId;
  };

  return {
    view,
    async pages(batchId, range) {
      const { pages: total } = countPlaces(store, batchId);
      const rows = listPilePages(store, batchId, range);
      return { from: range.from, total, pages: presentPilePages(store, rows, await forms.byKey()) };
    },
    outline: async (batchId) => outlinePile(store, batchId, await forms.byKey()),
    async tray(batchId, kind, range) {
      const total = countTray(store, batchId, kind);
      const rows = listTrayPages(store, batchId, kind, range);
      return { from: range.from, total, pages: presentPilePages(store, rows, await forms.byKey()) };
    },
    placeOf: (pageId) => placeInPile(store, pageId),
    async lineage(pageId) {
      batchOf(pageId);
      return presentPilePages(store, listLineage(store, pageId), await forms.byKey());
    },
    move: (actor, { batchId, ...move }) => edit(actor, batchId, (...given) => movePages(...given, move)),
    rotate: (actor, { batchId, ...rotate }) => edit(actor, batchId, (...given) => rotatePages(...given, rotate)),
    toTray: (actor, batchId, pageIds) => edit(actor, batchId, (...given) => takeOut(...given, pageIds)),
    putBack: (actor, batchId, pageIds) => edit(actor, batchId, (...given) => putBack(...given, pageIds)),
    dismiss: (actor, batchId, pageIds) => edit(actor, batchId, (...given) => dismissPages(...given, pageIds)),
    split: (actor, pageId) => edit(actor, batchOf(pageId), (...given) => splitAt(...given, pageId)),
    join: (actor, pageId) => edit(actor, batchOf(pageId), (...given) => joinAt(...given, pageId)),
    interleave: (actor, { batchId, ...wish }) => edit(actor, batchId, (...given) => interleavePages(...given, wish)),
    async insertFiles(actor, batchId, paths, placement) {
      if (findBatch(store, batchId) === undefined) throw refuse('no-such-batch');
      try {
        await insertFiles(store, { batchId, actor: actor.id }, paths, placement);
      } finally {
        announce(batchId);
      }
      return view(batchId);
    },
    undo: (actor, batchId) => edit(actor, batchId, undoEdit),
    redo: (actor, batchId) => edit(actor, batchId, redoEdit),
    setSeparation: (actor, batchId, separation) =>
      edit(actor, batchId, (...given) => setSeparation(...given, separation)),
  };
}
