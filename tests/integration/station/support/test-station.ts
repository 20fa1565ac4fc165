import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createLogger } from '../../../../station/logger.ts';
import { findResources } from '../../../../station/resources.ts';
import { openStation, type Station, type StationOptions } from '../../../../station/station.ts';
import { scriptedWorker } from '../../programs/programs.ts';

/** A folder of its own for the test, removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tabularium-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A started station over the scripted worker, closed when the test ends. */
export async function startStation(folder: string, options: Partial<StationOptions> = {}): Promise<Station> {
  const station = await openStation({
    folder,
    resources: findResources(),
    clock: () => new Date(),
    logger: createLogger('silent'),
    workers: 2,
    workerEntry: scriptedWorker,
    retryDelayMs: 10,
    ...options,
  });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= station.close();
    return closed;
  };
  onTestFinished(close);
  station.start();
  return { ...station, close };
}
