import type { Selectable } from 'kysely';
import type { Effort } from '../../contract/work.ts';
import type { ReadableStore, Transaction } from './connection.ts';
import type { ArrangementRow } from './tables/verification.ts';

export type Arrangement = Omit<Selectable<ArrangementRow>, 'documentId'>;

export const nothingArranged: Arrangement = {
  urgent: 0,
  assignedTo: null,
  postponedUntil: null,
  postponedBy: null,
  postponeReason: null,
};

/** What was arranged about documents, by document id; those without an arrangement are left out. */
export function arrangementsOf(store: ReadableStore, batchId: string | null): ReadonlyMap<string, Arrangement> {
  const all = store.query
    .selectFrom('arrangements')
    .innerJoin('documents', 'documents.id', 'arrangements.documentId')
    .selectAll('arrangements');
  const rows = store.all(batchId === null ? all : all.where('documents.batchId', '=', batchId));
  return new Map(rows.map(({ documentId, ...arrangement }) => [documentId, arrangement]));
}

export function arrangementOf(store: ReadableStore, documentId: string): Arrangement {
  const row = store.first(store.query.selectFrom('arrangements').selectAll().where('documentId', '=', documentId));
  return row ?? nothingArranged;
}

export function arrange(transaction: Transaction, documentId: string, change: Partial<Arrangement>): void {
  transaction.run(
    transaction.query
      .insertInto('arrangements')
      .values({ ...nothingArranged, ...change, documentId })
      .onConflict((conflict) => conflict.column('documentId').doUpdateSet(change)),
  );
}

/** Gives back to all what one person was given to do and is not delivered yet; returns which documents those are. */
export function freeAssigned(
  transaction: Transaction,
  accountId: string,
): { readonly documentId: string; readonly batchId: string }[] {
  const freed = transaction.all(
    transaction.query
      .selectFrom('arrangements')
      .innerJoin('documents', 'documents.id', 'arrangements.documentId')
      .select(['arrangements.documentId', 'documents.batchId'])
      .where('arrangements.assignedTo', '=', accountId)
      .where('documents.state', '!=', 'delivered')
      .orderBy('documents.batchId')
      .orderBy('documents.ordinal'),
  );
  for (const { documentId } of freed) arrange(transaction, documentId, { assignedTo: null });
  return freed;
}

export function insertEffort(transaction: Transaction, effort: Effort): void {
  transaction.run(transaction.query.insertInto('efforts').values({ ...effort, at: transaction.now.toISOString() }));
}
