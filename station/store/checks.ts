import type { Selectable } from 'kysely';
import type { ReadableStore, Transaction } from './connection.ts';
import type { BatchPlanRow, CheckCause, CheckOutcome, FieldCheckRow, ReturnedKindRow } from './tables/sampling.ts';

export type FieldCheck = Selectable<FieldCheckRow>;

/** Pointers of the accepted fields of a document that are asked all the same. */
export function checkedPointers(store: ReadableStore, documentId: string): ReadonlySet<string> {
  const rows = store.all(store.query.selectFrom('field_checks').select('pointer').where('documentId', '=', documentId));
  return new Set(rows.map(({ pointer }) => pointer));
}

export function findCheck(store: ReadableStore, documentId: string, pointer: string): FieldCheck | undefined {
  const check = store.query.selectFrom('field_checks').selectAll().where('documentId', '=', documentId);
  return store.first(check.where('pointer', '=', pointer));
}

export interface NewCheck {
  readonly documentId: string;
  readonly pointer: string;
  readonly cause: CheckCause;
  readonly kind: string;
}

/** Has a field asked; one that is asked already stays as it is. Returns whether it is new. */
export function insertCheck(transaction: Transaction, check: NewCheck): boolean {
  const values = { ...check, at: transaction.now.toISOString(), outcome: null, decidedAt: null };
  const inserting = transaction.query.insertInto('field_checks').values(values);
  return transaction.run(inserting.onConflict((conflict) => conflict.doNothing())) > 0;
}

/** Enters what a person's word said of a checked field; null when the word was taken back. */
export function settleCheck(
  transaction: Transaction,
  { documentId, pointer }: Pick<FieldCheck, 'documentId' | 'pointer'>,
  outcome: CheckOutcome | null,
): void {
  const decidedAt = outcome === null ? null : transaction.now.toISOString();
  const update = transaction.query.updateTable('field_checks').set({ outcome, decidedAt });
  transaction.run(update.where('documentId', '=', documentId).where('pointer', '=', pointer));
}

/** Samples of one kind in a batch that people have decided, and how many of them were wrong. */
export function countSamples(
  store: ReadableStore,
  batchId: string,
  kind: string,
): { readonly samples: number; readonly wrong: number } {
  const rows = store.all(
    store.query
      .selectFrom('field_checks as check')
      .innerJoin('documents', 'documents.id', 'check.documentId')
      .select(({ fn }) => ['check.outcome', fn.countAll<number>().as('count')])
      .where('documents.batchId', '=', batchId)
      .where('check.kind', '=', kind)
      .where('check.cause', '=', 'sample')
      .where('check.outcome', 'in', ['right', 'wrong'])
      .groupBy('check.outcome'),
  );
  const countOf = (outcome: CheckOutcome) => rows.find((row) => row.outcome === outcome)?.count ?? 0;
  return { samples: countOf('right') + countOf('wrong'), wrong: countOf('wrong') };
}

export function findBatchPlan(store: ReadableStore, batchId: string): BatchPlanRow | undefined {
  return store.first(store.query.selectFrom('batch_plans').selectAll().where('batchId', '=', batchId));
}

export function insertBatchPlan(transaction: Transaction, plan: BatchPlanRow): void {
  transaction.run(transaction.query.insertInto('batch_plans').values(plan));
}

export function listReturnedKinds(store: ReadableStore, batchId: string): ReturnedKindRow[] {
  return store.all(store.query.selectFrom('returned_kinds').selectAll().where('batchId', '=', batchId));
}

export function insertReturnedKind(transaction: Transaction, row: Omit<ReturnedKindRow, 'at'>): void {
  const at = transaction.now.toISOString();
  transaction.run(transaction.query.insertInto('returned_kinds').values({ ...row, at }));
}
