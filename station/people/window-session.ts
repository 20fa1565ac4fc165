import type { Account } from '../../contract/account.ts';

/** Who is signed in in one window. */
export interface WindowSession {
  readonly account: Account | null;
  /** Fires when this person signs out or another signs in, so that what was opened for them ends. */
  readonly ended: AbortSignal;
  enter(account: Account): void;
  leave(): void;
}

export function createWindowSession(): WindowSession {
  let account: Account | null = null;
  let ending = new AbortController();

  function replace(next: Account | null): void {
    ending.abort();
    ending = new AbortController();
    account = next;
  }

  return {
    get account() {
      return account;
    },
    get ended() {
      return ending.signal;
    },
    enter: (next) => replace(next),
    leave: () => replace(null),
  };
}
