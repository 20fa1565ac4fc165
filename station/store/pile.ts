import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type Separation, separationSchema, type TrayKind, trayKindSchema } from '../../contract/pile.ts';
import type { ReadableStore, Transaction } from './connection.ts';
import type { PileEditRow, PilePageRow } from './tables/pages.ts';

export type PilePlace = Selectable<PilePageRow>;

const rotationSchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

/** What an edit may change of a page's place in its pile. */
export const pileColumnsSchema = z.strictObject({
  position: z.string().exactOptional(),
  sheet: z.int().nullable().exactOptional(),
  side: z.enum(['front', 'back']).nullable().exactOptional(),
  tray: trayKindSchema.nullable().exactOptional(),
  dismissed: z.union([z.literal(0), z.literal(1)]).exactOptional(),
  kept: z.union([z.literal(0), z.literal(1)]).exactOptional(),
  cut: z.enum(['begins', 'joins']).nullable().exactOptional(),
  turnDeg: rotationSchema.nullable().exactOptional(),
  /** How the page is shown until it has been read again. */
  rotationDeg: rotationSchema.exactOptional(),
  replacedBy: z.string().nullable().exactOptional(),
});
export type PileColumns = z.infer<typeof pileColumnsSchema>;

export const pileChangeSchema = z.strictObject({
  pageId: z.string(),
  before: pileColumnsSchema,
  after: pileColumnsSchema,
});
export type PileChange = z.infer<typeof pileChangeSchema>;

/** How a pile was cut, and how it is cut from then on; null for what its profile says. */
const separationStepSchema = z.strictObject({ before: separationSchema.nullable(), after: separationSchema });
export type SeparationStep = z.infer<typeof separationStepSchema>;

export function insertPlace(
  transaction: Transaction,
  place: Pick<PilePageRow, 'pageId' | 'batchId' | 'position' | 'sheet' | 'side' | 'tray'>,
): void {
  const nothingYet = { cut: null, turnDeg: null, replacedBy: null, separator: null };
  transaction.run(transaction.query.insertInto('pile_pages').values({ ...place, ...nothingYet }));
}

export function updatePlace(
  transaction: Transaction,
  pageId: string,
  set: Partial<Omit<PilePlace, 'pageId' | 'batchId'>>,
): void {
  transaction.run(transaction.query.updateTable('pile_pages').set(set).where('pageId', '=', pageId));
}

export function findPlace(store: ReadableStore, pageId: string): PilePlace | undefined {
  return store.first(store.query.selectFrom('pile_pages').selectAll().where('pageId', '=', pageId));
}

/** Every page of a batch in order, those of the tray at the places where they lay. */
export function listPlaces(store: ReadableStore, batchId: string): PilePlace[] {
  const own = store.query.selectFrom('pile_pages').selectAll().where('batchId', '=', batchId);
  return store.all(own.orderBy('position').orderBy('pageId'));
}

/** The places about which something is doubtful, with the JSON list of its codes. */
export function listNotedPlaces(store: ReadableStore, batchId: string): Pick<PilePlace, 'pageId' | 'notices'>[] {
  const own = store.query.selectFrom('pile_pages').select(['pageId', 'notices']).where('batchId', '=', batchId);
  return store.all(own.where('notices', '<>', '[]'));
}

export interface PileCounts {
  readonly pages: number;
  readonly tray: Readonly<Record<TrayKind, { readonly pages: number; readonly unseen: number }>>;
}

export function countPlaces(store: ReadableStore, batchId: string): PileCounts {
  const rows = store.all(
    store.query
      .selectFrom('pile_pages')
      .select(({ fn }) => ['tray', 'dismissed', fn.countAll<number>().as('count')])
      .where('batchId', '=', batchId)
      .groupBy(['tray', 'dismissed']),
  );
  const sum = (tray: TrayKind | null, unseenOnly = false) =>
    rows
      .filter((row) => row.tray === tray && (!unseenOnly || row.dismissed === 0))
      .reduce((total, { count }) => total + count, 0);
  const count = (kind: TrayKind) => ({ pages: sum(kind), unseen: sum(kind, true) });
  return {
    pages: sum(null),
    tray: {
      blank: count('blank'),
      separator: count('separator'),
      removed: count('removed'),
      replaced: count('replaced'),
    },
  };
}

export type StoredEdit = Omit<Selectable<PileEditRow>, 'changes' | 'separation'> & { readonly pages: number };

/** The edits of a pile in order, without what they changed. */
export function listEdits(store: ReadableStore, batchId: string): StoredEdit[] {
  return store.all(
    store.query
      .selectFrom('pile_edits')
      .select(['seq', 'batchId', 'kind', 'edit', 'actor', 'at'])
      .select(({ fn }) => fn<number>('json_array_length', ['changes']).as('pages'))
      .where('batchId', '=', batchId)
      .orderBy('seq'),
  );
}

export function changesOfEdit(store: ReadableStore, seq: number): PileChange[] {
  const row = store.first(store.query.selectFrom('pile_edits').select('changes').where('seq', '=', seq));
  return z.array(pileChangeSchema).parse(JSON.parse(row?.changes ?? '[]'));
}

/** What an edit of the kind `separate` changed. */
export function separationOfEdit(store: ReadableStore, seq: number): SeparationStep {
  const row = store.first(store.query.selectFrom('pile_edits').select('separation').where('seq', '=', seq));
  return separationStepSchema.parse(JSON.parse(row?.separation ?? 'null'));
}

interface EditToInsert extends Pick<PileEditRow, 'batchId' | 'kind' | 'edit' | 'actor'> {
  readonly changes: readonly PileChange[];
  readonly separation: SeparationStep | null;
}

export function insertEdit(
  transaction: Transaction,
  { batchId, kind, edit, actor, changes, separation }: EditToInsert,
): void {
  transaction.run(
    transaction.query.insertInto('pile_edits').values({
      ...{ batchId, kind, edit, actor, at: transaction.now.toISOString() },
      changes: JSON.stringify(changes),
      separation: separation === null ? null : JSON.stringify(separation),
    }),
  );
}

/** How a person said that the pile is cut; null where nobody did. */
export function findSeparation(store: ReadableStore, batchId: string): Separation | null {
  const row = store.first(store.query.selectFrom('separations').select('separation').where('batchId', '=', batchId));
  return row === undefined ? null : separationSchema.parse(JSON.parse(row.separation));
}

/** Writes down how a pile is cut; null leaves it to its profile. */
export function saveSeparation(transaction: Transaction, batchId: string, separation: Separation | null): void {
  const { query } = transaction;
  if (separation === null) {
    transaction.run(query.deleteFrom('separations').where('batchId', '=', batchId));
    return;
  }
  const text = JSON.stringify(separation);
  transaction.run(
    query
      .insertInto('separations')
      .values({ batchId, separation: text })
      .onConflict((conflict) => conflict.column('batchId').doUpdateSet({ separation: text })),
  );
}
