import type { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import type { AuditAction } from '../../contract/audit-actions.ts';
import type { Effort, postponementSchema } from '../../contract/work.ts';
import { type AuditEvent, appendEvent } from '../audit/chain.ts';
import type { StationCore } from '../core.ts';
import { hasRight } from '../people/rights.ts';
import { findAccount } from '../store/accounts.ts';
import { type Arrangement, arrange, arrangementOf, insertEffort } from '../store/arrangements.ts';
import type { Store } from '../store/store.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { requireDocument } from './document-detail.ts';
import type { Holder, Leases } from './leases.ts';

/** What people arrange about documents that wait. Every function throws an AppError for an unknown document. */
export interface Arrangements {
  assign(actor: Account, documentId: string, accountId: string | null): void;
  setUrgent(actor: Account, documentId: string, urgent: boolean): void;
  postpone(actor: Account, postponement: z.infer<typeof postponementSchema>): void;
  resume(actor: Account, documentId: string): void;
  /** Takes a document into `window`'s hands from a colleague who has it or was given it. */
  takeOver(actor: Account, window: Holder, documentId: string): void;
  recordEffort(effort: Effort): void;
}

export function createArrangements(
  station: Pick<StationCore, 'store' | 'announce' | 'clock'>,
  leases: Leases,
): Arrangements {
  const { store } = station;

  function change(actor: Account, documentId: string, { set, action, detail }: Change): void {
    const { batchId } = requireDocument(store, documentId);
    store.transact((transaction) => {
      arrange(transaction, documentId, set);
      appendEvent(transaction, {
        ...{ actor: actor.id, action, subjectKind: 'document', subjectId: documentId },
        ...(detail && { detail }),
      });
    });
    station.announce(batchId);
  }

  return {
    assign(actor, documentId, accountId) {
      if (accountId !== null) requireAtWork(store, accountId);
      change(actor, documentId, {
        set: { assignedTo: accountId },
        action: 'document.assigned',
        detail: { to: accountId },
      });
    },
    setUrgent(actor, documentId, urgent) {
      change(actor, documentId, {
        set: { urgent: urgent ? 1 : 0 },
        action: 'document.prioritised',
        detail: { urgent },
      });
    },
    postpone(actor, { documentId, until, reason }) {
      if (Date.parse(until) <= station.clock().getTime()) throw refuse('postponed-to-the-past');
      const set = { postponedUntil: until, postponedBy: actor.id, postponeReason: reason };
      // The reason is a person's own words about a record, and so no matter for the log.
      change(actor, documentId, { set, action: 'document.postponed', detail: { until } });
    },
    resume(actor, documentId) {
      change(actor, documentId, { set: notPostponed, action: 'document.resumed' });
    },
    takeOver(actor, window, documentId) {
      const holder = leases.holderOf(documentId, window);
      const { assignedTo } = arrangementOf(store, documentId);
      if (holder !== null && !holder.own && !holder.away && !hasRight(actor, 'supervise')) {
        throw refuse('still-at-work');
      }
      leases.seize(window, documentId);
      change(actor, documentId, {
        set: { ...notPostponed, ...(assignedTo !== null && { assignedTo: actor.id }) },
        action: 'document.taken-over',
        detail: { from: holder?.account.id ?? assignedTo },
      });
    },
    recordEffort(effort) {
      requireDocument(store, effort.documentId);
      store.transact((transaction) => insertEffort(transaction, effort));
    },
  };
}

function requireAtWork(store: Store, accountId: string): void {
  const account = findAccount(store, accountId);
  if (account === undefined) throw refuse('no-such-account');
  if (account.active === 0) throw refuse('account-deactivated');
}

interface Change {
  readonly set: Partial<Arrangement>;
  readonly action: AuditAction;
  readonly detail?: NonNullable<AuditEvent['detail']>;
}

const notPostponed = { postponedUntil: null, postponedBy: null, postponeReason: null };
