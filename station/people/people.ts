import { randomUUID } from 'node:crypto';
import type { Account, NewAccount } from '../../contract/account.ts';
import type { AuditAction } from '../../contract/audit-actions.ts';
import { type AuditEvent, appendEvent } from '../audit/chain.ts';
import {
  accountOf,
  findAccount,
  hasAccountNamed,
  insertAccount,
  listAccounts,
  replaceSecret,
} from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import type { AccountRow } from '../store/tables/people.ts';
import { type RefusalName, refuse, refuseForNow } from '../texts/refusals/refusals.ts';
import { isOutdated, type Secrets, type StoredSecret } from './secrets.ts';
import type { SignInGate } from './sign-in-gate.ts';

/**
 * Adds somebody who may sign in. The first account is made without anyone signed in and must be an administrator; every
 * later one takes an administrator. Throws an AppError.
 */
export async function createAccount(
  store: Store,
  secrets: Secrets,
  actor: Account | null,
  wanted: NewAccount,
): Promise<Account> {
  refuseCreation(store, actor, wanted);
  const secret = await secrets.hash(wanted.secret);
  return store.transact((transaction) => {
    // Looked at again: another window may have made an account while the secret was hashed.
    refuseCreation(transaction, actor, wanted);
    const { name, role, seesSpecialCategories } = wanted;
    const account = { id: randomUUID(), name, role, seesSpecialCategories };
    const createdAt = transaction.now.toISOString();
    insertAccount(transaction, {
      ...account,
      ...secret,
      seesSpecialCategories: seesSpecialCategories ? 1 : 0,
      active: 1,
      createdAt,
    });
    appendEvent(transaction, {
      actor: actor?.id ?? account.id,
      action: 'account.created',
      subjectKind: 'account',
      subjectId: account.id,
      detail: { role, seesSpecialCategories },
    });
    return account;
  });
}

function refuseCreation(store: Parameters<typeof listAccounts>[0], actor: Account | null, wanted: NewAccount): void {
  // There is always an active administrator, once there was one.
  const isFirst = listAccounts(store).length === 0;
  if (!isFirst && actor === null) throw refuse('not-signed-in');
  if (!isFirst && actor?.role !== 'administrator') throw refuse('administrator-only');
  if (isFirst && wanted.role !== 'administrator') throw refuse('first-account-administrator');
  if (hasAccountNamed(store, wanted.name)) throw refuse('name-taken');
}

/** What stands between a person and their account. */
export interface Door {
  readonly secrets: Secrets;
  readonly gate: SignInGate;
}

export interface Credentials {
  readonly accountId: string;
  readonly secret: string;
}

/** Returns who signed in, or throws an AppError: unknown account, wrong secret, or too many wrong ones just before. */
export async function signIn(store: Store, door: Door, credentials: Credentials): Promise<Account> {
  return await enter(store, door, credentials, { right: 'account.signed-in', wrong: 'account.sign-in-refused' });
}

/** Whoever locked the window shows that they are back. Throws an AppError as `signIn` does, under the same gate. */
export async function unlock(store: Store, door: Door, credentials: Credentials): Promise<Account> {
  return await enter(store, door, credentials, { right: 'account.unlocked', wrong: 'account.unlock-refused' });
}

interface ProofActions {
  readonly right: AuditAction;
  readonly wrong: AuditAction;
}

async function enter(
  store: Store,
  door: Door,
  credentials: Credentials,
  { right, wrong }: ProofActions,
): Promise<Account> {
  const row = await prove(store, door, credentials, { action: wrong, refusal: 'wrong-secret' });
  const renewed = isOutdated(row) ? await door.secrets.hash(credentials.secret) : null;
  requireActive(store, row.id);
  if (hasOtherSecret(store, row)) return await enter(store, door, credentials, { right, wrong });
  recordAccount(store, row.id, right);
  if (renewed !== null) replaceOutdated(store, row, renewed);
  return accountOf(row);
}

interface Disproof {
  readonly action: AuditAction;
  readonly refusal: RefusalName;
}

/** Returns whose secret this is. One that is wrong, or of an account that is deactivated, is refused and in the log. */
async function prove(
  store: Store,
  { secrets, gate }: Door,
  { accountId, secret }: Credentials,
  wrong: Disproof,
): Promise<AccountRow> {
  const row = findAccount(store, accountId);
  if (row === undefined) throw refuse('no-such-account');
  const waitMs = gate.waitMs(accountId);
  if (waitMs > 0) throw refuseForNow(waitMs);
  // Counted before the slow comparison, so that guesses sent all at once are counted too.
  gate.failed(accountId);
  const isActive = row.active === 1;
  if (!isActive || !(await secrets.isRight(secret, row))) {
    recordAccount(store, accountId, wrong.action);
    throw refuse(isActive ? wrong.refusal : 'account-deactivated');
  }
  gate.succeeded(accountId);
  return row;
}

/** Looked at again once the secret was compared: an administrator may have deactivated the account meanwhile. */
function requireActive(store: Store, accountId: string): void {
  if (findAccount(store, accountId)?.active !== 1) throw refuse('account-deactivated');
}

/** Whether what is stored is another secret than the one compared: comparing is slow, and meanwhile it may be changed. */
function hasOtherSecret(store: Store, { id, secretHash }: AccountRow): boolean {
  return findAccount(store, id)?.secretHash !== secretHash;
}

/**
 * Gives somebody another secret, whom the old one then lets in no more. Who did it is in the log: with a secret that one has
 * set oneself one can sign in as somebody else. Throws an AppError for an unknown account.
 */
export async function renewSecret(
  store: Store,
  { secrets, gate }: Door,
  actor: Pick<Account, 'id'>,
  { accountId, secret }: Credentials,
): Promise<void> {
  if (findAccount(store, accountId) === undefined) throw refuse('no-such-account');
  const renewed = await secrets.hash(secret);
  store.transact((transaction) => {
    replaceSecret(transaction, accountId, renewed);
    appendEvent(transaction, {
      ...{ actor: actor.id, action: 'account.secret-replaced' },
      ...{ subjectKind: 'account', subjectId: accountId },
    });
  });
  // Whoever guessed in vain before need not wait with the new one.
  gate.succeeded(accountId);
}

export interface SecretChange {
  readonly current: string;
  readonly secret: string;
}

/** Somebody's own other secret. Throws an AppError as `signIn` does where the current one is wrong, under the same gate. */
export async function changeSecret(
  store: Store,
  door: Door,
  { id }: Pick<Account, 'id'>,
  { current, secret }: SecretChange,
): Promise<void> {
  const wrong = { action: 'account.secret-change-refused', refusal: 'wrong-current-secret' } as const;
  const row = await prove(store, door, { accountId: id, secret: current }, wrong);
  const renewed = await door.secrets.hash(secret);
  requireActive(store, id);
  if (hasOtherSecret(store, row)) return await changeSecret(store, door, { id }, { current, secret });
  store.transact((transaction) => {
    replaceSecret(transaction, id, renewed);
    appendEvent(transaction, {
      ...{ actor: id, action: 'account.secret-changed' },
      ...{ subjectKind: 'account', subjectId: id },
    });
  });
}

/** Only now is the secret known: what an older version stored is brought up to date. */
function replaceOutdated(store: Store, { id }: AccountRow, renewed: StoredSecret): void {
  store.transact((transaction) => replaceSecret(transaction, id, renewed));
  recordAccount(store, id, 'account.secret-hashed-anew');
}

/** Enters in the audit log what somebody did at the door, for example `account.locked`. */
export function recordAccount(
  store: Store,
  accountId: string,
  action: AuditAction,
  detail?: AuditEvent['detail'],
): void {
  store.transact((transaction) =>
    appendEvent(transaction, {
      ...{ actor: accountId, action, subjectKind: 'account', subjectId: accountId },
      ...(detail && { detail }),
    }),
  );
}
