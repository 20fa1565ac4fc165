import { type ChildProcess, fork } from 'node:child_process';
import type { FailureCode } from '../model/failure.ts';
import type { WorkerRequest, WorkerResponse } from '../model/result.ts';
import { taskAnswerSchema } from './protocol.ts';
import { readResidentBytes } from './resident-memory.ts';

export interface WorkerLimits {
  readonly deadlineMs: number;
  /** Resident memory at which the process is killed, whatever it does. */
  readonly memoryLimitBytes: number;
  /** Resident memory after a request above which the process is replaced before the next. */
  readonly recycleAboveBytes: number;
  /** Requests after which the process is replaced: WebAssembly memory is never given back. */
  readonly recycleAfter: number;
}

/** One worker process as its parent sees it. Never rejects; after `retired` turns true it takes no more requests. */
export interface WorkerProcess {
  readonly pid: number | undefined;
  readonly retired: boolean;
  /** Resolves with the answer, or with the failure that ended the process. One request at a time. */
  run(request: WorkerRequest): Promise<WorkerResponse>;
  /** Kills the process; resolves when it is gone. */
  end(): Promise<void>;
}

const memoryPollMs = 100;

const workerEnvironment = {
  // In the desktop app the present executable is Electron, which this makes run as Node; Node itself ignores it.
  ELECTRON_RUN_AS_NODE: '1',
  // glibc keeps a heap for every thread that ever decoded a picture. One for all holds a seventh less and costs no time, since a
  // worker does one thing at a time. Other systems ignore it.
  MALLOC_ARENA_MAX: '1',
};

const runtimeOptions = [
  // A page is a dozen buffers of 9 MB outside the heap of objects, and each time 64 MB of such were made the collector looked through
  // the whole heap: three times a page, for a tenth of its processor time. It waits for this many MB now.
  '--initial-old-space-size=256',
  // There is a worker for each core: compilers and collectors that run beside one only take the core of another. Without them a page
  // costs a fifteenth less.
  '--single-threaded',
];

/** Starts a worker on `entry`, in the present executable, without inheriting debugger or loader options. */
export function startWorkerProcess(entry: string, limits: WorkerLimits): WorkerProcess {
  const child = fork(entry, [String(process.pid)], {
    execArgv: runtimeOptions,
    env: { ...process.env, ...workerEnvironment },
    serialization: 'json',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = untilGone(child);
  let retired = false;
  let served = 0;

  function retire(): void {
    retired = true;
    child.kill('SIGKILL');
  }

  void gone.then(() => {
    retired = true;
  });

  function run(request: WorkerRequest): Promise<WorkerResponse> {
    const id = served;
    served += 1;
    return new Promise((resolve) => {
      const deadline = setTimeout(
        () => fail('deadline-exceeded', `no answer in ${limits.deadlineMs} ms`),
        limits.deadlineMs,
      );
      const watch = setInterval(checkMemory, memoryPollMs);
      child.on('message', onMessage);
      void gone.then((detail) => fail('worker-crashed', detail));
      child.send({ id, request }, (error) => {
        if (error !== null) fail('worker-crashed', `the request could not be sent: ${error.message}`);
      });

      function settle(response: WorkerResponse): void {
        clearTimeout(deadline);
        clearInterval(watch);
        child.off('message', onMessage);
        resolve(response);
      }

      function fail(code: FailureCode, detail: string): void {
        retire();
        settle({ kind: 'failed', failure: { code, detail } });
      }

      function checkMemory(): void {
        const bytes = child.pid === undefined ? null : readResidentBytes(child.pid);
        if (bytes !== null && bytes > limits.memoryLimitBytes) {
          fail('out-of-memory', `the worker held ${Math.round(bytes / 2 ** 20)} MB`);
        }
      }

      function onMessage(message: unknown): void {
        const answer = taskAnswerSchema.safeParse(message);
        if (!answer.success || answer.data.id !== id) {
          fail('worker-crashed', 'the worker answered out of protocol');
          return;
        }
        if (served >= limits.recycleAfter || answer.data.residentBytes > limits.recycleAboveBytes) retire();
        settle(answer.data.response);
      }
    });
  }

  return {
    get pid() {
      return child.pid;
    },
    get retired() {
      return retired;
    },
    run,
    async end() {
      retire();
      await gone;
    },
  };
}

/** Resolves, never rejects, once the process has ended or could not be started, with words for the log. */
function untilGone(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(`the worker ended (${signal ?? `exit code ${code}`})`));
    child.on('error', (error) => {
      if (child.pid === undefined) resolve(`the worker could not be started: ${error.message}`);
    });
  });
}
