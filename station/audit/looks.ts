import type { Store } from '../store/store.ts';
import { appendEvent } from './chain.ts';

/** Enters in the audit log that a person looked at something. */
export interface Looks {
  /** `viewer` is the window; looking again within a while in the same window is the same look. */
  record(viewer: object, look: Look): void;
}

export interface Look {
  readonly accountId: string;
  readonly subjectKind: 'document' | 'page' | 'batch';
  readonly subjectId: string;
}

/** How long a look lasts: a screen asks for the same document many times while one works on it. */
const lookMs = 10 * 60_000;

export function createLooks(store: Store, clock: () => Date): Looks {
  const seen = new WeakMap<object, Map<string, number>>();
  return {
    record(viewer, { accountId, subjectKind, subjectId }) {
      const own = seen.get(viewer) ?? new Map<string, number>();
      seen.set(viewer, own);
      const nowMs = clock().getTime();
      const key = `${accountId} ${subjectKind} ${subjectId}`;
      if (nowMs - (own.get(key) ?? Number.NEGATIVE_INFINITY) < lookMs) return;
      own.set(key, nowMs);
      store.transact((transaction) =>
        appendEvent(transaction, {
          actor: accountId,
          action: `${subjectKind}.looked-at` as const,
          subjectKind,
          subjectId,
        }),
      );
    },
  };
}
