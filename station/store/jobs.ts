import { createHash } from 'node:crypto';
import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Failure } from '../../ocr/model/failure.ts';
import type { ReadableStore, Transaction } from './connection.ts';
import type { JobRow } from './tables/work.ts';

export type Job = Selectable<JobRow>;

export interface NewJob {
  readonly kind: string;
  /** Id of what the job is about. */
  readonly subjectId: string;
  readonly batchId: string;
  /** What else decides the result; the same work with other parameters is another job. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * Puts a job into the queue. One that is there already is kept as it is while it waits or runs, and waits anew, with all
 * its attempts, when it had ended.
 */
export function enqueue(transaction: Transaction, { kind, subjectId, batchId, parameters }: NewJob): void {
  const text = JSON.stringify(parameters, Object.keys(parameters).sort());
  const parametersHash = createHash('sha256').update(text).digest('hex');
  const { query } = transaction;
  transaction.run(
    query
      .insertInto('jobs')
      .values({ kind, subjectId, batchId, parameters: text, parametersHash, state: 'waiting' })
      .onConflict((conflict) =>
        conflict
          .columns(['kind', 'subjectId', 'parametersHash'])
          .doUpdateSet({ state: 'waiting', attempts: 0, notBeforeMs: 0, urgent: 0, lastFailure: null })
          .where('jobs.state', 'in', ['done', 'failed']),
      ),
  );
}

/**
 * Jobs that have not ended, in the words of the index `jobs_open`: SQLite cannot know of a bound value that it fits, and would go
 * through every job that ever was.
 */
const isOpen = sql<SqlBool>`state IN ('waiting', 'running')`;

export interface TakeOptions {
  readonly kinds: readonly string[];
  readonly leaseMs: number;
  /** Jobs that this process is at work on: theirs is the lease however long it takes. */
  readonly active: readonly number[];
}

/** Leases the next job: urgent ones first, then first in, first out. A lease that ran out is free again. */
export function takeNext(
  transaction: Pick<Transaction, 'first' | 'query' | 'now'>,
  options: TakeOptions,
): Job | undefined {
  const { query } = transaction;
  const nowMs = transaction.now.getTime();
  return transaction.first(
    query
      .updateTable('jobs')
      .set((build) => ({
        state: 'running',
        attempts: build('attempts', '+', 1),
        leaseUntilMs: nowMs + options.leaseMs,
      }))
      .where('seq', '=', (build) =>
        build
          .selectFrom('jobs')
          .select('seq')
          .where(isOpen)
          .where('kind', 'in', options.kinds)
          .where('seq', 'not in', options.active)
          .where((either) =>
            either.or([
              either.and([either('state', '=', 'waiting'), either('notBeforeMs', '<=', nowMs)]),
              either.and([either('state', '=', 'running'), either('leaseUntilMs', '<', nowMs)]),
            ]),
          )
          .orderBy('urgent', 'desc')
          .orderBy('seq')
          .limit(1),
      )
      .returningAll(),
  );
}

export function completeJob(transaction: Transaction, job: Job): void {
  endJob(transaction, job, { state: 'done', lastFailure: null });
}

/** Ends a job that will not be tried again. */
export function abandonJob(transaction: Transaction, job: Job, failure: Failure): void {
  endJob(transaction, job, { state: 'failed', lastFailure: JSON.stringify(failure) });
}

/** Puts a failed job back for a later attempt. */
export function postponeJob(transaction: Transaction, job: Job, failure: Failure, delayMs: number): void {
  const notBeforeMs = transaction.now.getTime() + delayMs;
  endJob(transaction, job, { state: 'waiting', lastFailure: JSON.stringify(failure), notBeforeMs });
}

/** Gives a job back untried: the interruption was not its fault, so the attempt does not count. */
export function releaseJob(transaction: Transaction, job: Job): void {
  endJob(transaction, job, { state: 'waiting', attempts: Math.max(0, job.attempts - 1) });
}

function endJob(transaction: Transaction, job: Job, set: Partial<Job>): void {
  transaction.run(
    transaction.query
      .updateTable('jobs')
      .set({ ...set, leaseUntilMs: null })
      .where('seq', '=', job.seq),
  );
}

/**
 * Takes back every lease of a dead process, at once: whoever holds the folder's lock knows that no other process works
 * here. The attempt does not count, because it was the station that died and not the page.
 */
export function takeBackLeases(transaction: Transaction): number {
  return transaction.run(
    transaction.query
      .updateTable('jobs')
      .set((build) => ({ state: 'waiting', leaseUntilMs: null, attempts: build('attempts', '-', 1) }))
      .where(isOpen)
      .where('state', '=', 'running'),
  );
}

/** Lets the job about this subject go before all others. */
export function makeUrgent(transaction: Transaction, kind: string, subjectId: string): void {
  transaction.run(
    transaction.query
      .updateTable('jobs')
      .set({ urgent: 1 })
      .where('kind', '=', kind)
      .where('subjectId', '=', subjectId)
      .where('state', '=', 'waiting'),
  );
}

/** Number of jobs of a batch that wait or run, of these kinds or of any. */
export function countOpenJobs(store: ReadableStore, batchId: string, kinds?: readonly string[]): number {
  const open = store.query
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('batchId', '=', batchId)
    .where('state', 'in', ['waiting', 'running']);
  return store.first(kinds === undefined ? open : open.where('kind', 'in', kinds))?.count ?? 0;
}

/**
 * When the earliest of these jobs that may not be taken yet may be, in milliseconds since 1970: one that was postponed, or one
 * whose lease nobody gave back. Null when there is none.
 */
export function nextDueMs(
  store: ReadableStore,
  { kinds, active }: Pick<TakeOptions, 'kinds' | 'active'>,
): number | null {
  const due = store.first(
    store.query
      .selectFrom('jobs')
      .select(({ fn, case: either, ref }) =>
        fn
          .min<number | null>(
            either().when('state', '=', 'waiting').then(ref('notBeforeMs')).else(ref('leaseUntilMs')).end(),
          )
          .as('atMs'),
      )
      .where(isOpen)
      .where('kind', 'in', kinds)
      .where('seq', 'not in', active),
  );
  return due?.atMs ?? null;
}
