import { flushCompileCache } from 'node:module';
import { PageError } from '../model/failure.ts';
import type { WorkerRequest, WorkerResponse } from '../model/result.ts';
import { guardAgainstOrphaning } from './orphan-guard.ts';
import { type TaskAnswer, taskSchema } from './protocol.ts';

/**
 * Serves the pool over this process's channel until it closes: one task at a time, one answer each. Expected failures are
 * answered; anything else that is thrown is a bug and ends the process, so that the next page meets a clean one.
 */
export function serveTasks(handle: (request: WorkerRequest) => Promise<WorkerResponse>): void {
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error('this file runs only as a child of the page pool');
  // Told by the parent: by the time this runs it may have ended, and another be its parent.
  guardAgainstOrphaning(Number(process.argv[2]));
  process.once('disconnect', () => process.exit(0));
  process.on('message', (message) => {
    const { id, request } = taskSchema.parse(message);
    void answer(handle, request).then((response) => {
      const taskAnswer: TaskAnswer = { id, response, residentBytes: process.memoryUsage.rss() };
      send(taskAnswer);
      // Kept compiled for the next worker here, where a folder is set for it: the pool kills this one, which would not do it then.
      if (id === 0) flushCompileCache();
    });
  });
}

async function answer(
  handle: (request: WorkerRequest) => Promise<WorkerResponse>,
  request: WorkerRequest,
): Promise<WorkerResponse> {
  try {
    return await handle(request);
  } catch (error) {
    if (error instanceof PageError) return { kind: 'failed', failure: { code: error.code, detail: error.message } };
    throw error;
  }
}
