import type { Account } from '../../contract/account.ts';
import type { AuditAction } from '../../contract/audit-actions.ts';
import { appendEvent } from '../audit/chain.ts';
import { findAccount, listAccounts, setActive } from '../store/accounts.ts';
import { freeAssigned } from '../store/arrangements.ts';
import type { Transaction } from '../store/connection.ts';
import type { Store } from '../store/store.ts';
import type { AccountRow } from '../store/tables/people.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import type { SignInGate } from './sign-in-gate.ts';

/**
 * Lets somebody who left sign in no more; what they were given to do is everybody's again. Returns the batches of those
 * documents. Once more changes nothing. Throws an AppError for oneself, the last active administrator, and an unknown account.
 */
export function deactivateAccount(store: Store, actor: Pick<Account, 'id'>, accountId: string): ReadonlySet<string> {
  return store.transact((transaction) => {
    const account = requireAccount(transaction, accountId);
    if (account.active === 0) return new Set<string>();
    if (accountId === actor.id) throw refuse('own-account');
    if (isLastAdministrator(transaction, account)) throw refuse('last-administrator');
    setActive(transaction, accountId, 0);
    record(transaction, actor, 'account.deactivated', accountId);
    const freed = freeAssigned(transaction, accountId);
    for (const { documentId } of freed) {
      appendEvent(transaction, {
        ...{ actor: actor.id, action: 'document.assigned', subjectKind: 'document', subjectId: documentId },
        detail: { to: null },
      });
    }
    return new Set(freed.map(({ batchId }) => batchId));
  });
}

/** Lets somebody who came back sign in as before, with the password they had. Throws an AppError for an unknown account. */
export function activateAccount(store: Store, gate: SignInGate, actor: Pick<Account, 'id'>, accountId: string): void {
  store.transact((transaction) => {
    if (requireAccount(transaction, accountId).active === 1) return;
    setActive(transaction, accountId, 1);
    record(transaction, actor, 'account.activated', accountId);
  });
  // Whoever tried in vain while they might not need not wait now.
  gate.succeeded(accountId);
}

function requireAccount(transaction: Transaction, accountId: string): AccountRow {
  const account = findAccount(transaction, accountId);
  if (account === undefined) throw refuse('no-such-account');
  return account;
}

function isLastAdministrator(transaction: Transaction, { id, role }: AccountRow): boolean {
  return role === 'administrator' && !listAccounts(transaction).some((one) => one.role === role && one.id !== id);
}

function record(transaction: Transaction, actor: Pick<Account, 'id'>, action: AuditAction, accountId: string): void {
  appendEvent(transaction, { actor: actor.id, action, subjectKind: 'account', subjectId: accountId });
}
