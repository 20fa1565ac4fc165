import { describe, expect, it } from 'vitest';
import { createBatchChanges } from '../../../station/pipeline/changes.ts';
import { watch } from '../../../station/rpc/watch.ts';

function startWatching(intervalMs = 1) {
  const changes = createBatchChanges();
  const ending = new AbortController();
  let value = 0;
  let subscriptions = 0;
  const values = watch({
    subscribe(listener) {
      subscriptions += 1;
      const stop = changes.subscribe('b', listener);
      return () => {
        subscriptions -= 1;
        stop();
      };
    },
    read: () => value,
    signal: ending.signal,
    intervalMs,
  });
  const set = (next: number) => {
    value = next;
    changes.announce('b');
  };
  return { values, set, end: () => ending.abort(), subscriptions: () => subscriptions };
}

describe('watch', () => {
  it('yields what is there at once, and then each change', async () => {
    const { values, set } = startWatching();
    expect((await values.next()).value).toBe(0);
    const next = values.next();
    set(1);
    expect((await next).value).toBe(1);
  });

  it('melts changes that come faster than its interval into the last one', async () => {
    const { values, set } = startWatching(20);
    await values.next();
    set(1);
    expect((await values.next()).value).toBe(1);
    for (const value of [2, 3, 4]) set(value);
    expect((await values.next()).value).toBe(4);
  });

  it('is silent about announcements that change nothing', async () => {
    const { values, set } = startWatching();
    await values.next();
    const next = values.next();
    set(0);
    set(5);
    expect((await next).value).toBe(5);
  });

  it('drops its subscription when the reader leaves, when the signal fires, and when it had fired before', async () => {
    const left = startWatching();
    await left.values.next();
    expect(left.subscriptions()).toBe(1);
    await left.values.return();
    expect(left.subscriptions()).toBe(0);

    const ended = startWatching();
    await ended.values.next();
    const next = ended.values.next();
    ended.end();
    expect((await next).done).toBe(true);
    expect(ended.subscriptions()).toBe(0);

    const early = startWatching(60_000);
    early.end();
    await early.values.next();
    expect((await early.values.next()).done).toBe(true);
  });
});
