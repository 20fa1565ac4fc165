import type { ReadableStore, Transaction } from './connection.ts';
import type { PracticeEffortRow } from './tables/verification.ts';

/** Whether a pile is for practice: nothing that is learnt, counted or delivered may come from it. */
export function isPractice(store: ReadableStore, batchId: string): boolean {
  const found = store.query.selectFrom('batches').select('practice').where('id', '=', batchId);
  return store.first(found)?.practice === 1;
}

/** Ids of the practice piles, for going through many documents. */
export function listPracticeBatches(store: ReadableStore): ReadonlySet<string> {
  return new Set(store.all(practiceBatches(store.query)).map(({ id }) => id));
}

/** Ids of the practice piles, for statements that leave them out. */
export function practiceBatches(query: ReadableStore['query']) {
  return query.selectFrom('batches').select('id').where('practice', '=', 1);
}

export function addEffort(transaction: Transaction, { documentId, keys, seconds }: PracticeEffortRow): void {
  const { query } = transaction;
  transaction.run(
    query
      .insertInto('practice_efforts')
      .values({ documentId, keys, seconds })
      .onConflict((conflict) =>
        conflict.column('documentId').doUpdateSet((build) => ({
          keys: build('practice_efforts.keys', '+', keys),
          seconds: build('practice_efforts.seconds', '+', seconds),
        })),
      ),
  );
}

/** Work on all documents of a pile. */
export function effortOfBatch(store: ReadableStore, batchId: string): Omit<PracticeEffortRow, 'documentId'> {
  const summed = store.first(
    store.query
      .selectFrom('practice_efforts')
      .innerJoin('documents', 'documents.id', 'practice_efforts.documentId')
      .select(({ fn }) => [fn.sum<number>('keys').as('keys'), fn.sum<number>('seconds').as('seconds')])
      .where('documents.batchId', '=', batchId),
  );
  return { keys: summed?.keys ?? 0, seconds: summed?.seconds ?? 0 };
}
