import type { Failure, FailureCode } from '../../ocr/model/failure.ts';
import type { Logger } from '../logger.ts';
import type { Transaction } from '../store/connection.ts';
import {
  abandonJob,
  completeJob,
  type Job,
  nextDueMs,
  postponeJob,
  releaseJob,
  takeBackLeases,
  takeNext,
} from '../store/jobs.ts';
import type { Store } from '../store/store.ts';

export type JobOutcome =
  /** `commit` runs in the transaction that ends the job. It must change nothing when the work was done before. */
  | { readonly kind: 'done'; readonly commit: (transaction: Transaction) => void }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The signal stopped the work: it is taken up again later, and the attempt does not count. */
  | { readonly kind: 'interrupted' };

/** For work that turns out to be done already. */
export const nothingToDo: JobOutcome = { kind: 'done', commit: () => undefined };

export interface JobHandler {
  work(job: Job, signal: AbortSignal): Promise<JobOutcome>;
  /** Runs in the transaction that ends a job which will not be tried again. */
  giveUp(transaction: Transaction, job: Job, failure: Failure): void;
}

/** Kinds of jobs that share a number of places. */
export interface Lane {
  readonly places: number;
  readonly handlers: Readonly<Record<string, JobHandler>>;
}

export interface JobRunnerOptions {
  readonly store: Store;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly lanes: readonly Lane[];
  /** Called after each change of a batch's jobs. */
  readonly onChange: (batchId: string) => void;
  /** Wait before the second attempt; the third waits four times as long. */
  readonly retryDelayMs?: number;
}

export interface JobRunner {
  /** Takes back the leases of a dead process and begins. */
  start(): void;
  /** Says that there may be a new job. */
  wake(): void;
  /** Takes no more jobs, interrupts those that can be, and resolves when none runs. */
  close(): Promise<void>;
}

const leaseMs = 15 * 60_000;
/** Wait before asking again a database that could not answer, for example because the disk is full. */
const troubleDelayMs = 5000;

/** Attempts by cause: what the page itself says stays so; a worker that died may have died of something else. */
export function attemptsFor(code: FailureCode): number {
  switch (code) {
    case 'internal':
      return 3;
    case 'worker-crashed':
    case 'deadline-exceeded':
    case 'out-of-memory':
      return 2;
    default:
      return 1;
  }
}

/** Runs the durable jobs of the station, as many at a time as their lane has places. Runs in the station's process. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const stopping = new AbortController();
  const lanes = options.lanes.map((lane) => createLaneRunner(lane, options, stopping.signal, () => wake()));
  let started = false;

  function wake(): void {
    if (!started || stopping.signal.aborted) return;
    for (const lane of lanes) lane.fill();
  }

  return {
    start() {
      const count = options.store.transact((transaction) => takeBackLeases(transaction));
      if (count > 0) options.logger.info({ count }, 'took back the jobs of a station that ended unexpectedly');
      started = true;
      wake();
    },
    wake,
    async close() {
      stopping.abort();
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

function createLaneRunner(lane: Lane, options: JobRunnerOptions, signal: AbortSignal, wake: () => void) {
  const { store, clock, logger, onChange } = options;
  const kinds = Object.keys(lane.handlers);
  const active = new Map<number, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  function fill(): void {
    clearTimeout(timer);
    try {
      while (!signal.aborted && active.size < lane.places) {
        const job = store.transact((transaction) =>
          takeNext(transaction, { kinds, leaseMs, active: [...active.keys()] }),
        );
        if (job === undefined) {
          awaitDue();
          return;
        }
        // Begun once it counts as active: many announce that they begin, which wakes this lane before they come back.
        active.set(job.seq, Promise.resolve(job).then(run));
      }
    } catch (error) {
      logger.error({ kinds, err: error }, 'could not take the next job');
      timer = setTimeout(fill, troubleDelayMs);
    }
  }

  function awaitDue(): void {
    const dueMs = nextDueMs(store, { kinds, active: [...active.keys()] });
    if (dueMs !== null) timer = setTimeout(fill, Math.max(10, dueMs - clock().getTime()));
  }

  async function run(job: Job): Promise<void> {
    const handler = lane.handlers[job.kind] ?? unknownKind;
    const outcome = await handler.work(job, signal).catch((error: unknown) => unexpected(job, error));
    try {
      store.transact((transaction) => settle(transaction, handler, job, outcome));
    } catch (error) {
      putBack(handler, job, unexpected(job, error));
    }
    active.delete(job.seq);
    onChange(job.batchId);
    wake();
  }

  function unexpected(job: Job, error: unknown): JobOutcome {
    logger.error({ job: job.seq, kind: job.kind, subject: job.subjectId, err: error }, 'a job failed unexpectedly');
    return { kind: 'failed', failure: { code: 'internal', detail: nameOf(error) } };
  }

  function settle(transaction: Transaction, handler: JobHandler, job: Job, outcome: JobOutcome): void {
    if (outcome.kind === 'interrupted' || (outcome.kind === 'failed' && signal.aborted)) {
      releaseJob(transaction, job);
    } else if (outcome.kind === 'done') {
      completeJob(transaction, job);
      outcome.commit(transaction);
    } else if (job.attempts < attemptsFor(outcome.failure.code)) {
      postponeJob(transaction, job, outcome.failure, retryDelayMs(options, job));
    } else {
      abandonJob(transaction, job, outcome.failure);
      handler.giveUp(transaction, job, outcome.failure);
    }
  }

  /** The outcome could not be written and what stood in its transaction is undone: that counts as a failed attempt. */
  function putBack(handler: JobHandler, job: Job, outcome: JobOutcome): void {
    try {
      store.transact((transaction) => settle(transaction, handler, job, outcome));
    } catch (error) {
      // Not even that can be written. The job keeps its lease and is free again when that runs out or at the next start.
      logger.error({ job: job.seq, err: error }, 'could not put a job back');
    }
  }

  return {
    fill,
    async close() {
      clearTimeout(timer);
      await Promise.all(active.values());
    },
  };
}

/** Name and code only: messages may hold what a log must not. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}

const unknownKind: JobHandler = {
  work: async (job) => ({ kind: 'failed', failure: { code: 'internal', detail: `no handler for ${job.kind}` } }),
  giveUp: () => undefined,
};

function retryDelayMs(options: JobRunnerOptions, job: Job): number {
  return (options.retryDelayMs ?? 1000) * 4 ** (job.attempts - 1);
}
