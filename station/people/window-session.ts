import type { Account } from '../../contract/account.ts';

/** Who is signed in in one window, and whether it is locked. */
export interface WindowSession {
  readonly account: Account | null;
  readonly locked: boolean;
  /** Whether whoever was here last was put out. */
  readonly wasPutOut: boolean;
  /** Fires when this person signs out or another signs in, or the window locks, so that what was opened for them ends. */
  readonly ended: AbortSignal;
  /** Fires when the window itself is gone. */
  readonly closed: AbortSignal;
  enter(account: Account): void;
  leave(): void;
  /** Ends the session of somebody who may work here no more, or who is to show the password they have now. */
  putOut(): void;
  lock(): void;
  unlock(): void;
  /** Somebody is at the keyboard: the window stays unlocked for another while. */
  touch(): void;
  close(): void;
  /** Calls the listener after each change of who is there; returns a function that stops it. */
  subscribe(listener: () => void): () => void;
}

export interface WindowSessionOptions {
  /** How long nobody may touch the window before it locks. */
  readonly idleLockMs: number;
  /** Told when the window locked because nobody touched it. */
  readonly onIdle: (account: Account) => void;
}

/** After so long without a touch a window locks. */
export const defaultIdleLockMs = 10 * 60_000;

export function createWindowSession({ idleLockMs, onIdle }: WindowSessionOptions): WindowSession {
  const listeners = new Set<() => void>();
  const closing = new AbortController();
  let account: Account | null = null;
  let locked = false;
  let wasPutOut = false;
  let ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  function become(next: Account | null, isLocked: boolean, isPutOut = false): void {
    account = next;
    locked = isLocked;
    wasPutOut = isPutOut;
    ending.abort();
    ending = new AbortController();
    watchIdleness();
    for (const listener of [...listeners]) listener();
  }

  function watchIdleness(): void {
    clearTimeout(timer);
    if (account === null || locked) return;
    timer = setTimeout(lockIdle, idleLockMs);
    // An idle window must not keep the station alive.
    timer.unref();
  }

  function lockIdle(): void {
    if (account === null) return;
    const left = account;
    become(account, true);
    onIdle(left);
  }

  return {
    get account() {
      return account;
    },
    get locked() {
      return locked;
    },
    get wasPutOut() {
      return wasPutOut;
    },
    get ended() {
      return ending.signal;
    },
    closed: closing.signal,
    enter: (next) => become(next, false),
    leave: () => become(null, false),
    putOut: () => become(null, false, true),
    lock() {
      if (account !== null && !locked) become(account, true);
    },
    unlock() {
      if (locked) become(account, false);
    },
    touch() {
      if (!locked) watchIdleness();
    },
    close() {
      become(null, false);
      closing.abort();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
