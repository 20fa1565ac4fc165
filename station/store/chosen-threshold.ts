import type { ReadableStore, Transaction } from './connection.ts';

/** The probability from which on fields are accepted, as a supervisor chose it; null where the program's own holds. */
export function chosenThreshold(store: ReadableStore): number | null {
  return store.first(store.query.selectFrom('chosen_threshold').select('threshold'))?.threshold ?? null;
}

export function saveThreshold(transaction: Transaction, threshold: number | null): void {
  const { query } = transaction;
  transaction.run(query.deleteFrom('chosen_threshold'));
  if (threshold !== null) transaction.run(query.insertInto('chosen_threshold').values({ one: 1, threshold }));
}
