/** Slows down guessing. Lives in memory: whoever can restart the station can read its database anyway. */
export interface SignInGate {
  /** Milliseconds until this account may try again; 0 when it may now. */
  waitMs(accountId: string): number;
  failed(accountId: string): void;
  succeeded(accountId: string): void;
}

const freeFailures = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;

/** After five failures in a row each further one doubles the wait, from 30 seconds to a quarter of an hour. */
export function createSignInGate(clock: () => Date): SignInGate {
  const failures = new Map<string, { count: number; nextTryMs: number }>();
  return {
    waitMs(accountId) {
      const nextTryMs = failures.get(accountId)?.nextTryMs ?? 0;
      return Math.max(0, nextTryMs - clock().getTime());
    },
    failed(accountId) {
      const count = (failures.get(accountId)?.count ?? 0) + 1;
      const doublings = count - freeFailures;
      const waitMs = doublings < 0 ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** doublings);
      failures.set(accountId, { count, nextTryMs: clock().getTime() + waitMs });
    },
    succeeded(accountId) {
      failures.delete(accountId);
    },
  };
}
