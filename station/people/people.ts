import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Account, newAccountSchema, Role } from '../../contract/account.ts';
import { appendEvent } from '../audit/chain.ts';
import { findAccount, hasAccountNamed, insertAccount, listAccounts } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import { refuse, refuseForNow } from '../texts/refusals.ts';
import { hashSecret, isRightSecret } from './secrets.ts';
import type { SignInGate } from './sign-in-gate.ts';

type NewAccount = z.infer<typeof newAccountSchema>;

/**
 * Adds somebody who may sign in. The first account is made without anyone signed in and must be an administrator; every
 * later one takes an administrator. Throws an AppError.
 */
export async function createAccount(store: Store, actor: Account | null, wanted: NewAccount): Promise<Account> {
  refuseCreation(store, actor, wanted);
  const secret = await hashSecret(wanted.secret);
  return store.transact((transaction) => {
    // Looked at again: another window may have made an account while the secret was hashed.
    refuseCreation(transaction, actor, wanted);
    const account = { id: randomUUID(), name: wanted.name, role: wanted.role };
    insertAccount(transaction, { ...account, ...secret, createdAt: transaction.now.toISOString() });
    appendEvent(transaction, {
      actor: actor?.id ?? account.id,
      action: 'account.created',
      subjectKind: 'account',
      subjectId: account.id,
      detail: { role: account.role },
    });
    return account;
  });
}

function refuseCreation(store: Parameters<typeof listAccounts>[0], actor: Account | null, wanted: NewAccount): void {
  const isFirst = listAccounts(store).length === 0;
  if (!isFirst && actor === null) throw refuse('not-signed-in');
  if (!isFirst && actor?.role !== 'administrator') throw refuse('administrator-only');
  if (isFirst && wanted.role !== 'administrator') throw refuse('first-account-administrator');
  if (hasAccountNamed(store, wanted.name)) throw refuse('name-taken');
}

export interface Credentials {
  readonly accountId: string;
  readonly secret: string;
}

/** Returns who signed in, or throws an AppError: unknown account, wrong secret, or too many wrong ones just before. */
export async function signIn(store: Store, gate: SignInGate, { accountId, secret }: Credentials): Promise<Account> {
  const row = findAccount(store, accountId);
  if (row === undefined) throw refuse('no-such-account');
  const waitMs = gate.waitMs(accountId);
  if (waitMs > 0) throw refuseForNow(waitMs);
  // Counted before the slow comparison, so that guesses sent all at once are counted too.
  gate.failed(accountId);
  const isRight = await isRightSecret(secret, row);
  if (isRight) gate.succeeded(accountId);
  recordSignIn(store, accountId, isRight);
  if (!isRight) throw refuse('wrong-secret');
  return { id: row.id, name: row.name, role: row.role };
}

function recordSignIn(store: Store, accountId: string, isRight: boolean): void {
  store.transact((transaction) =>
    appendEvent(transaction, {
      actor: accountId,
      action: isRight ? 'account.signed-in' : 'account.sign-in-refused',
      subjectKind: 'account',
      subjectId: accountId,
    }),
  );
}

/** Gives the account back when its role suffices; an administrator may do a supervisor's work. Throws an AppError. */
export function requireRole(account: Account | null, role: Role): Account {
  if (account === null) throw refuse('not-signed-in');
  const enough = rank[account.role] >= rank[role];
  if (!enough) throw refuse(role === 'administrator' ? 'administrator-only' : 'supervisor-only');
  return account;
}

const rank: Readonly<Record<Role, number>> = { clerk: 0, supervisor: 1, administrator: 2 };
