import type { ReadableStore, Transaction } from './connection.ts';

/** Of which form a person said that a page is: null for none, undefined where nobody said anything. */
export function saidForm(store: ReadableStore, pageId: string): string | null | undefined {
  return store.first(store.query.selectFrom('said_forms').select('formKey').where('pageId', '=', pageId))?.formKey;
}

export function sayForm(transaction: Transaction, pageId: string, formKey: string | null): void {
  transaction.run(
    transaction.query
      .insertInto('said_forms')
      .values({ pageId, formKey })
      .onConflict((conflict) => conflict.column('pageId').doUpdateSet({ formKey })),
  );
}
