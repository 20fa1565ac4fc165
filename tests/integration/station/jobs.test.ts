import { describe, expect, it, onTestFinished } from 'vitest';
import { createLogger } from '../../../station/logger.ts';
import { createJobRunner, type JobHandler, type JobOutcome } from '../../../station/pipeline/job-runner.ts';
import { enqueue, type Job, makeUrgent } from '../../../station/store/jobs.ts';
import { openStore, type Store } from '../../../station/store/store.ts';
import { temporaryFolder } from './support/test-station.ts';

const done: JobOutcome = { kind: 'done', commit: () => undefined };

async function storeWithBatch(clock = () => new Date()): Promise<Store> {
  const store = await openStore(await temporaryFolder(), { clock });
  onTestFinished(() => store.close());
  store.transact(({ run, query, now }) => {
    const row = { id: 'batch', name: 'b', profileId: 'general', createdAt: now.toISOString(), createdBy: 'station' };
    run(query.insertInto('batches').values(row));
  });
  return store;
}

function queue(store: Store, ...subjects: string[]): void {
  store.transact((transaction) => {
    for (const subjectId of subjects) {
      enqueue(transaction, { kind: 'work', subjectId, batchId: 'batch', parameters: {} });
    }
  });
}

function jobsOf(store: Store) {
  return store.all(store.query.selectFrom('jobs').select(['subjectId', 'state', 'attempts']).orderBy('seq'));
}

/** Runs all that is queued over one place and resolves when nothing waits. */
async function runAll(store: Store, handler: JobHandler, clock = () => new Date()): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const onChange = () => {
    if (jobsOf(store).every(({ state }) => state === 'done' || state === 'failed')) resolve();
  };
  const lanes = [{ places: 1, handlers: { work: handler } }];
  const runner = createJobRunner({ store, clock, logger: createLogger('silent'), lanes, onChange, retryDelayMs: 2 });
  runner.start();
  await promise;
  await runner.close();
}

describe('jobs', () => {
  it('run first in, first out, but those that a person waits for go first', async () => {
    const store = await storeWithBatch();
    queue(store, 'a', 'b', 'c');
    store.transact((transaction) => makeUrgent(transaction, 'work', 'c'));
    const order: string[] = [];
    await runAll(store, {
      async work({ subjectId }) {
        order.push(subjectId);
        return done;
      },
      giveUp: () => undefined,
    });
    expect(order).toEqual(['c', 'a', 'b']);
  });

  it('are queued once however often they are asked for, and again when they have ended', async () => {
    const store = await storeWithBatch();
    queue(store, 'a', 'a');
    expect(jobsOf(store)).toHaveLength(1);
    let runs = 0;
    const handler: JobHandler = {
      async work() {
        runs += 1;
        return done;
      },
      giveUp: () => undefined,
    };
    await runAll(store, handler);
    queue(store, 'a');
    await runAll(store, handler);
    expect(runs).toBe(2);
  });

  it('that fail for no known cause are tried three times and then given up', async () => {
    const store = await storeWithBatch();
    queue(store, 'a', 'b');
    const givenUp: string[] = [];
    await runAll(store, {
      async work({ subjectId }) {
        if (subjectId === 'a') throw new Error('a bug');
        return done;
      },
      giveUp: (_transaction, { subjectId }, { code }) => void givenUp.push(`${subjectId} ${code}`),
    });
    expect(givenUp).toEqual(['a internal']);
    expect(jobsOf(store)).toEqual([
      { subjectId: 'a', state: 'failed', attempts: 3 },
      { subjectId: 'b', state: 'done', attempts: 1 },
    ]);
  });

  it('whose outcome cannot be stored leave nothing half stored and are given up in the end', async () => {
    const store = await storeWithBatch();
    queue(store, 'a');
    const givenUp: Job[] = [];
    await runAll(store, {
      work: async () => ({
        kind: 'done',
        commit({ run, query }) {
          run(query.updateTable('batches').set({ name: 'half' }));
          throw new Error('no room');
        },
      }),
      giveUp: (_transaction, job) => void givenUp.push(job),
    });
    expect(givenUp).toHaveLength(1);
    expect(store.all(store.query.selectFrom('batches').select('name'))).toEqual([{ name: 'b' }]);
  });

  it('whose end the disk did not take at all are taken up again when their lease has run out', async () => {
    let aheadMs = 0;
    const clock = () => new Date(Date.now() + aheadMs);
    const store = await storeWithBatch(clock);
    queue(store, 'a');
    let refusals = 0;
    let runs = 0;
    const onFullDisk: Store = {
      ...store,
      transact(work) {
        if (runs !== 1 || refusals === 2) return store.transact(work);
        refusals += 1;
        // All but the last of the quarter of an hour that a lease lasts.
        if (refusals === 2) aheadMs = 15 * 60_000 - 200;
        throw new Error('no room');
      },
    };
    await runAll(
      onFullDisk,
      {
        async work() {
          runs += 1;
          return done;
        },
        giveUp: () => undefined,
      },
      clock,
    );
    expect({ runs, refusals }).toEqual({ runs: 2, refusals: 2 });
    expect(jobsOf(store)).toEqual([{ subjectId: 'a', state: 'done', attempts: 2 }]);
  });

  it('that wake their lane as they begin keep to its places, and leave no timer behind that keeps a station from ending', async () => {
    const store = await storeWithBatch();
    queue(store, 'a', 'b', 'c', 'd', 'e');
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    const ended = Promise.withResolvers<void>();
    let [running, most] = [0, 0];
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      runner.wake();
      await new Promise(setImmediate);
      running -= 1;
      return done;
    };
    const runner = createJobRunner({
      store,
      clock: () => new Date(),
      logger: createLogger('silent'),
      onChange: () => (jobsOf(store).every(({ state }) => state === 'done') ? ended.resolve() : undefined),
      lanes: [{ places: 2, handlers: { work: { work, giveUp: () => undefined } } }],
    });
    runner.start();
    await ended.promise;
    await runner.close();
    expect({ most, timers: timers() }).toEqual({ most: 2, timers: before });
  });
});
