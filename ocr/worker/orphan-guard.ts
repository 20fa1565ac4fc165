import { Worker } from 'node:worker_threads';

const checkEveryMs = 500;

/**
 * Ends this process when its parent has ended, even in the midst of a synchronous call that never returns: then no
 * `disconnect` event would be seen. Runs on a thread of its own, whose source is inline so that bundling leaves it alone.
 */
export function guardAgainstOrphaning(parentPid: number): Worker {
  const guard = new Worker(guardSource, {
    eval: true,
    workerData: { parentPid, checkEveryMs },
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  });
  guard.unref();
  return guard;
}

const guardSource = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  try {
    process.kill(workerData.parentPid, 0);
    if (process.ppid === workerData.parentPid) return;
  } catch {}
  process.kill(process.pid, 'SIGKILL');
}, workerData.checkEveryMs);
`;
