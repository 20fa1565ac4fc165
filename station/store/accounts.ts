import type { Account } from '../../contract/account.ts';
import type { ReadableStore, Transaction } from './connection.ts';
import type { AccountRow } from './tables/people.ts';

/** An account as it is shown: without its secret. */
export function accountOf({ id, name, role, seesSpecialCategories }: Omit<AccountRow, keyof UnshownRow>): Account {
  return { id, name, role, seesSpecialCategories: seesSpecialCategories === 1 };
}

type UnshownRow = Pick<AccountRow, 'secretHash' | 'secretSalt' | 'secretScheme' | 'createdAt' | 'active'>;

/** Everybody who may sign in on this workstation, by name. */
export function listAccounts(store: ReadableStore): Account[] {
  return listByActivity(store, 1);
}

/** Everybody who could once and may sign in no more, by name. */
export function listDeactivated(store: ReadableStore): Account[] {
  return listByActivity(store, 0);
}

function listByActivity(store: ReadableStore, active: AccountRow['active']): Account[] {
  const shown = store.query.selectFrom('accounts').select(['id', 'name', 'role', 'seesSpecialCategories']);
  return store.all(shown.where('active', '=', active).orderBy('name')).map(accountOf);
}

/** An account with what its secret is checked against. */
export function findAccount(store: ReadableStore, id: string): AccountRow | undefined {
  return store.first(store.query.selectFrom('accounts').selectAll().where('id', '=', id));
}

export function hasAccountNamed(store: ReadableStore, name: string): boolean {
  return store.first(store.query.selectFrom('accounts').select('id').where('name', '=', name)) !== undefined;
}

export function insertAccount(transaction: Transaction, row: AccountRow): void {
  transaction.run(transaction.query.insertInto('accounts').values(row));
}

export function replaceSecret(
  transaction: Transaction,
  id: string,
  secret: Pick<AccountRow, 'secretHash' | 'secretSalt' | 'secretScheme'>,
): void {
  transaction.run(transaction.query.updateTable('accounts').set(secret).where('id', '=', id));
}

export function setActive(transaction: Transaction, id: string, active: AccountRow['active']): void {
  transaction.run(transaction.query.updateTable('accounts').set({ active }).where('id', '=', id));
}

/** Names by account id, for telling who did something, however long ago they left. */
export function namesOfAccounts(store: ReadableStore): ReadonlyMap<string, string> {
  const named = store.all(store.query.selectFrom('accounts').select(['id', 'name']));
  return new Map(named.map(({ id, name }) => [id, name]));
}
