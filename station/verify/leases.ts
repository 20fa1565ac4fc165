import type { Account } from '../../contract/account.ts';
import { holdAgainMs } from '../../contract/work.ts';
import { refuseHeld } from '../texts/refusals/refusals.ts';

/** The window that asks for a document, as its session shows it. */
export interface Holder {
  readonly account: Account | null;
  readonly locked: boolean;
}

/** Who has a document in hand. `away` while their window is locked. */
export interface Held {
  readonly account: Account;
  readonly away: boolean;
  readonly own: boolean;
}

/**
 * Which window has which document in hand: no two have the same one. Lives in memory, because one station alone has the
 * folder: when it ends, so do its windows.
 */
export interface Leases {
  /** Takes a document, or keeps it; returns who else has it, or null when it is now this window's. */
  hold(window: Holder, documentId: string): Held | null;
  /** As `hold`, but throws an AppError `CONFLICT` that says who has it. */
  require(window: Holder, documentId: string): void;
  /** Throws as `require` does, but takes nothing: for what is done in one step. */
  requireFree(window: Holder, documentId: string): void;
  /** Takes a document from whoever has it. */
  seize(window: Holder, documentId: string): void;
  release(window: Holder, documentId: string): void;
  /** Gives back everything the window had. */
  releaseAll(window: Holder): void;
  /** Who has the document, as seen from `window`; null when nobody does. */
  holderOf(documentId: string, window: Holder | null): Held | null;
}

interface Lease {
  readonly window: Holder;
  /** A window under a new person has nothing that the one before took. */
  readonly account: Account;
  readonly untilMs: number;
}

const leaseMs = 3 * holdAgainMs;

export function createLeases(clock: () => Date): Leases {
  const leases = new Map<string, Lease>();

  function present(documentId: string): Lease | null {
    const lease = leases.get(documentId);
    if (lease === undefined) return null;
    const isSamePerson = lease.window.account?.id === lease.account.id;
    // A locked window keeps what it has: its person comes back to the same document.
    if (isSamePerson && (lease.window.locked || lease.untilMs > clock().getTime())) return lease;
    leases.delete(documentId);
    return null;
  }

  function holderOf(documentId: string, window: Holder | null): Held | null {
    const lease = present(documentId);
    return lease && { account: lease.account, away: lease.window.locked, own: lease.window === window };
  }

  function seize(window: Holder, documentId: string): void {
    if (window.account === null) return;
    leases.set(documentId, { window, account: window.account, untilMs: clock().getTime() + leaseMs });
  }

  function hold(window: Holder, documentId: string): Held | null {
    const holder = holderOf(documentId, window);
    if (holder !== null && !holder.own) return holder;
    seize(window, documentId);
    return null;
  }

  return {
    hold,
    seize,
    holderOf,
    require(window, documentId) {
      const other = hold(window, documentId);
      if (other !== null) throw refuseHeld(other.account.name);
    },
    requireFree(window, documentId) {
      const other = holderOf(documentId, window);
      if (other !== null && !other.own) throw refuseHeld(other.account.name);
    },
    release(window, documentId) {
      if (leases.get(documentId)?.window === window) leases.delete(documentId);
    },
    releaseAll(window) {
      for (const [documentId, lease] of leases) if (lease.window === window) leases.delete(documentId);
    },
  };
}
