import { fileURLToPath } from 'node:url';
import type { WorkerRequest, WorkerResponse } from '../model/result.ts';
import { startWorkerProcess, type WorkerLimits, type WorkerProcess } from './worker-process.ts';

export interface PagePoolOptions {
  readonly workers: number;
  /** Longest a request may take, the start of its process included. */
  readonly deadlineMs?: number;
  /** Resident memory at which a worker is killed. */
  readonly memoryLimitMb?: number;
  /** Requests a worker serves before it is replaced. */
  readonly recycleAfter?: number;
  /** File the workers run: this package's own entry unless bundled elsewhere. */
  readonly entry?: string;
}

export interface PagePool {
  /**
   * Answers in the order asked, urgent requests first. Never rejects for trouble in a worker: a crash, a hang past the
   * deadline and too much memory resolve to `failed`. After `close` every request, waiting or new, resolves to `failed`.
   */
  run(request: WorkerRequest, options?: { readonly urgent?: boolean }): Promise<WorkerResponse>;
  /** Kills every worker; resolves when all are gone. */
  close(): Promise<void>;
}

interface WaitingRequest {
  readonly request: WorkerRequest;
  readonly resolve: (response: WorkerResponse) => void;
}

/** Runs page work in isolated processes, started when first needed. Runs in the station's process. */
export function createPagePool(options: PagePoolOptions): PagePool {
  const entry = options.entry ?? fileURLToPath(new URL('./main.ts', import.meta.url));
  const limits = limitsOf(options);
  const urgent: WaitingRequest[] = [];
  const waiting: WaitingRequest[] = [];
  const idle: WorkerProcess[] = [];
  const alive = new Set<WorkerProcess>();
  let busyCount = 0;
  let closed = false;

  function dispatch(): void {
    while (busyCount < options.workers) {
      const next = urgent.shift() ?? waiting.shift();
      if (next === undefined) return;
      busyCount += 1;
      void serve(next);
    }
  }

  async function serve({ request, resolve }: WaitingRequest): Promise<void> {
    const worker = takeWorker();
    const response = await worker.run(request);
    if (worker.retired) {
      // The replacement starts only when this one is gone: two heavy processes in one place would break the memory limit.
      await worker.end();
      alive.delete(worker);
    } else {
      idle.push(worker);
    }
    busyCount -= 1;
    resolve(response);
    if (!closed) dispatch();
  }

  function takeWorker(): WorkerProcess {
    for (let ready = idle.pop(); ready !== undefined; ready = idle.pop()) {
      if (!ready.retired) return ready;
      alive.delete(ready);
    }
    const started = startWorkerProcess(entry, limits);
    alive.add(started);
    return started;
  }

  return {
    run(request, { urgent: isUrgent = false } = {}) {
      if (closed) return Promise.resolve(refusedByClose());
      return new Promise((resolve) => {
        (isUrgent ? urgent : waiting).push({ request, resolve });
        dispatch();
      });
    },
    async close() {
      closed = true;
      for (const { resolve } of [...urgent.splice(0), ...waiting.splice(0)]) resolve(refusedByClose());
      await Promise.all([...alive].map((worker) => worker.end()));
    },
  };
}

/** A noisy page without a layout takes up to 800 MB while it is read, and 760 MB stay held; a registered one takes 380. */
const usualMemoryLimitMb = 1200;
const recycleAboveMb = 900;

function limitsOf(options: PagePoolOptions): WorkerLimits {
  const memoryLimitMb = options.memoryLimitMb ?? usualMemoryLimitMb;
  return {
    deadlineMs: options.deadlineMs ?? 120_000,
    memoryLimitBytes: memoryLimitMb * 2 ** 20,
    recycleAboveBytes: Math.min(recycleAboveMb, memoryLimitMb) * 2 ** 20,
    recycleAfter: options.recycleAfter ?? 100,
  };
}

function refusedByClose(): WorkerResponse {
  return {
    kind: 'failed',
    failure: { code: 'worker-crashed', detail: 'the pool was closed before the request was done' },
  };
}
