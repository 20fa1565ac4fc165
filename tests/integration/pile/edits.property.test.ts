import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../../../station/app-error.ts';
import { enterBatch } from '../../../station/capture/enter-batch.ts';
import { interleavePages, movePages } from '../../../station/pile/order-edits.ts';
import { dismissPages, putBack, rotatePages, splitAt, takeOut } from '../../../station/pile/page-edits.ts';
import { placePages } from '../../../station/pile/place-pages.ts';
import { insertPlacement } from '../../../station/pile/placement.ts';
import { setSeparation } from '../../../station/pile/set-separation.ts';
import { redoEdit, undoEdit } from '../../../station/pile/undo-edit.ts';
import type { Transaction } from '../../../station/store/connection.ts';
import { enterOriginal } from '../../../station/store/originals.ts';
import { findSeparation, listPlaces } from '../../../station/store/pile.ts';
import { openStore, type Store } from '../../../station/store/store.ts';
import { temporaryFolder } from '../station/support/test-station.ts';

async function pileStore(): Promise<Store> {
  const store = await openStore(await temporaryFolder(), { clock: () => new Date() });
  onTestFinished(() => store.close());
  return store;
}

/** A batch of sheets as a scanner gives them. Returns its id. */
function enterPile(store: Store, sheets: number): string {
  const batchId = randomUUID();
  store.transact((transaction) => {
    enterBatch(transaction, { id: batchId, name: 'pila', profileId: 'general', actor: 'station', chosen: 0 });
    for (let sheet = 1; sheet <= sheets; sheet += 1) enterSide(transaction, batchId, sheet);
  });
  return batchId;
}

function enterSide(transaction: Transaction, batchId: string, sheet: number, before?: string): void {
  const sourceId = randomUUID();
  const pageId = randomUUID();
  const { query } = transaction;
  const sha256 = createHash('sha256').update(sourceId).digest('hex');
  enterOriginal(transaction, { sha256, bytes: 1 });
  transaction.run(
    query.insertInto('sources').values({
      ...{
        id: sourceId,
        batchId,
        ordinal: sheet - 1,
        name: `${sheet}.png`,
        sha256,
        bytes: 1,
        state: 'opened',
      },
      ...{ reasonCode: null, reasonDetail: null, duplicateOf: null, scanSheet: sheet, side: null },
    }),
  );
  transaction.run(
    query.insertInto('pages').values({
      ...{ id: pageId, batchId, sourceId, pageIndex: 0, state: 'captured', widthPx: 100, heightPx: 140, dpi: 300 },
      ...{ blank: null, formKey: null, layoutPage: null, notAligned: null, failureCode: null, failureDetail: null },
    }),
  );
  if (before !== undefined) insertPlacement(transaction, sourceId, 'station', { kind: 'before', pageId: before });
  placePages(transaction, { sourceId, batchId, pages: [{ id: pageId, index: 0 }] });
}

/** Everything an edit can change, in order. */
function pileOf(store: Store, batchId: string) {
  const shown = store.all(store.query.selectFrom('pages').select(['id', 'rotationDeg']).where('batchId', '=', batchId));
  const rotations = new Map(shown.map(({ id, rotationDeg }) => [id, rotationDeg]));
  return listPlaces(store, batchId).map((place) => ({ ...place, rotationDeg: rotations.get(place.pageId) }));
}

type Step =
  | { readonly kind: 'move'; readonly pages: readonly number[]; readonly before: number | null }
  | { readonly kind: 'rotate' | 'take-out' | 'put-back' | 'dismiss'; readonly pages: readonly number[] }
  | { readonly kind: 'split' | 'insert'; readonly at: number }
  | { readonly kind: 'interleave'; readonly reversed: boolean }
  | { readonly kind: 'separate'; readonly by: 'forms' | 'blank-pages' | 'patch-codes' }
  | { readonly kind: 'undo' | 'redo' };

const number = fc.nat({ max: 40 });
const pages = fc.array(number, { minLength: 1, maxLength: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), pages, before: fc.option(number) }),
  fc.record({
    kind: fc.constantFrom('rotate' as const, 'take-out' as const, 'put-back' as const, 'dismiss' as const),
    pages,
  }),
  fc.record({ kind: fc.constantFrom('split' as const, 'insert' as const), at: number }),
  fc.record({ kind: fc.constant('interleave' as const), reversed: fc.boolean() }),
  fc.record({
    kind: fc.constant('separate' as const),
    by: fc.constantFrom('forms' as const, 'blank-pages' as const, 'patch-codes' as const),
  }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
);

function take(transaction: Transaction, batchId: string, action: Step): void {
  const by = { batchId, actor: 'station' };
  const all = listPlaces(transaction, batchId);
  const pick = (at: number) => all[at % all.length]?.pageId ?? '';
  const tray = all.filter((place) => place.tray !== null);
  const pickOfTray = (at: number) => tray[at % tray.length]?.pageId ?? pick(at);
  switch (action.kind) {
    case 'move':
      movePages(transaction, by, {
        pageIds: [...new Set(action.pages.map(pick))],
        before: action.before === null ? null : pick(action.before),
      });
      break;
    case 'rotate':
      rotatePages(transaction, by, {
        which: { kind: 'pages', pageIds: [...new Set(action.pages.map(pick))] },
        clockwiseDeg: 90,
      });
      break;
    case 'take-out':
      takeOut(transaction, by, [...new Set(action.pages.map(pick))]);
      break;
    case 'put-back':
      putBack(transaction, by, [...new Set(action.pages.map(pickOfTray))]);
      break;
    case 'dismiss':
      dismissPages(transaction, by, [...new Set(action.pages.map(pickOfTray))]);
      break;
    case 'split':
      splitAt(transaction, by, pick(action.at));
      break;
    case 'insert':
      enterSide(transaction, batchId, all.length + 1, pick(action.at));
      break;
    case 'interleave':
      interleavePages(transaction, by, { firstBack: null, reversed: action.reversed });
      break;
    case 'separate':
      setSeparation(transaction, by, { by: action.by });
      break;
    case 'undo':
      undoEdit(transaction, by);
      break;
    case 'redo':
      redoEdit(transaction, by);
      break;
  }
}

/** Returns whether it was done; a refusal changes nothing. */
function attempt(store: Store, batchId: string, action: Step): boolean {
  try {
    store.transact((transaction) => take(transaction, batchId, action));
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

describe('edits of a pile', () => {
  it('keep every page exactly once, and undoing all of them restores the start', async () => {
    const store = await pileStore();
    const done = new Map<Step['kind'], number>();
    const count = (kind: Step['kind']) => done.set(kind, (done.get(kind) ?? 0) + 1);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.array(step, { maxLength: 25 }), async (sheets, steps) => {
        const batchId = enterPile(store, sheets);
        const start = pileOf(store, batchId);
        let inserted = 0;
        for (const action of steps) {
          const isDone = attempt(store, batchId, action);
          if (isDone) count(action.kind);
          if (isDone && action.kind === 'insert') inserted += 1;
          const now = pileOf(store, batchId);
          expect(new Set(now.map(({ pageId }) => pageId)).size).toBe(sheets + inserted);
          expect(new Set(now.map(({ position }) => position)).size).toBe(now.length);
        }
        while (attempt(store, batchId, { kind: 'undo' })) count('undo');
        const end = pileOf(store, batchId);
        expect(findSeparation(store, batchId)).toBeNull();
        const first = new Set(start.map(({ pageId }) => pageId));
        expect(end.filter(({ pageId }) => first.has(pageId))).toEqual(start);
        expect(end.filter(({ pageId }) => !first.has(pageId)).every(({ tray }) => tray === 'removed')).toBe(true);
      }),
      { numRuns: 60, seed: 1 },
    );
    // Not all of them were refused.
    expect(done.size).toBe(11);
  });

  it('are never altered or deleted in the database', async () => {
    const store = await pileStore();
    const batchId = enterPile(store, 3);
    attempt(store, batchId, { kind: 'rotate', pages: [0] });
    const change = () =>
      store.transact(({ run, query }) => run(query.updateTable('pile_edits').set({ actor: 'altro' })));
    expect(change).toThrow(/never altered/);
    expect(() => store.transact(({ run, query }) => run(query.deleteFrom('pile_edits')))).toThrow(/never deleted/);
  });
});
