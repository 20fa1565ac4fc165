import { isDeepStrictEqual } from 'node:util';

export interface WatchOptions<Value> {
  /** Calls the listener after each change; returns a function that stops it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => Value;
  /** Ends the watch, for example when its window closes. */
  readonly signal: AbortSignal;
  /** Least time between two values. */
  readonly intervalMs?: number;
}

const tenTimesASecondMs = 100;

/**
 * Yields the present value at once and then each change, no faster than the interval; changes in between melt into one.
 * The subscription is dropped when the reader leaves or the signal fires.
 */
export async function* watch<Value>(options: WatchOptions<Value>): AsyncGenerator<Value, void, void> {
  const { subscribe, read, signal, intervalMs = tenTimesASecondMs } = options;
  const change = createFlag();
  const unsubscribe = subscribe(change.raise);
  signal.addEventListener('abort', change.raise);
  try {
    let last = read();
    yield last;
    // A signal that had fired before tells nobody any more.
    while (!signal.aborted) {
      await change.raised();
      if (signal.aborted) return;
      change.lower();
      const present = read();
      if (isDeepStrictEqual(present, last)) continue;
      last = present;
      yield last;
      await pause(intervalMs, signal);
    }
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', change.raise);
  }
}

function createFlag() {
  let isUp = false;
  let announce: () => void = () => undefined;
  return {
    raise: () => {
      isUp = true;
      announce();
    },
    lower: () => {
      isUp = false;
    },
    raised: async () => {
      if (!isUp) await new Promise<void>((resolve) => (announce = resolve));
    },
  };
}

function pause(timeMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, timeMs);
    signal.addEventListener('abort', finish, { once: true });
    if (signal.aborted) finish();
  });
}
