import type { ReadableStore, Transaction } from './connection.ts';
import type { RetiredFormRow } from './tables/forms.ts';

/** Every retired form by its key. */
export function retiredForms(store: ReadableStore): ReadonlyMap<string, RetiredFormRow> {
  return new Map(store.all(store.query.selectFrom('retired_forms').selectAll()).map((row) => [row.formKey, row]));
}

/** Keys of the forms that were retired when the batch was begun. */
export function formsRetiredBefore(store: ReadableStore, batchId: string): ReadonlySet<string> {
  const retired = store.query
    .selectFrom('batches')
    .innerJoin('retired_forms', (join) => join.onRef('retired_forms.retiredAt', '<=', 'batches.createdAt'))
    .select('retired_forms.formKey')
    .where('batches.id', '=', batchId);
  return new Set(store.all(retired).map(({ formKey }) => formKey));
}

/** Returns whether it was not retired before. */
export function insertRetiredForm(transaction: Transaction, row: RetiredFormRow): boolean {
  const insert = transaction.query.insertInto('retired_forms').values(row);
  return transaction.run(insert.onConflict((conflict) => conflict.doNothing())) > 0;
}

/** Returns whether it was retired. */
export function deleteRetiredForm(transaction: Transaction, formKey: string): boolean {
  return transaction.run(transaction.query.deleteFrom('retired_forms').where('formKey', '=', formKey)) > 0;
}
