import { type Preferences, preferencesSchema, usualPreferences } from '../../contract/preferences.ts';
import type { ReadableStore, Transaction } from './connection.ts';

/** How a person wants the screens; as usual where nothing was chosen, or where an older program kept other choices. */
export function preferencesOf(store: ReadableStore, accountId: string): Preferences {
  const row = store.first(
    store.query.selectFrom('preferences').select('preferences').where('accountId', '=', accountId),
  );
  if (row === undefined) return usualPreferences;
  return preferencesSchema.catch(usualPreferences).parse(JSON.parse(row.preferences));
}

export function savePreferences(transaction: Transaction, accountId: string, chosen: Preferences): void {
  const preferences = JSON.stringify(chosen);
  transaction.run(
    transaction.query
      .insertInto('preferences')
      .values({ accountId, preferences })
      .onConflict((conflict) => conflict.column('accountId').doUpdateSet({ preferences })),
  );
}
