import type { EsclTimes } from '../../../station/capture/scanners/escl/client.ts';
import { createEsclDriver } from '../../../station/capture/scanners/escl/driver.ts';
import { createScans, type Scans } from '../../../station/capture/scans.ts';
import { createLogger } from '../../../station/logger.ts';
import { findResources } from '../../../station/resources.ts';
import { openStation, type Station } from '../../../station/station.ts';
import type { ReadableStore } from '../../../station/store/connection.ts';
import { createCertificatePins } from '../../../station/store/scanner-certificates.ts';

const times: EsclTimes = { answerMs: 10_000, pageMs: 20_000, waitMs: 10, longestWaitMs: 40, busyMs: 5_000 };

export interface ScanningStation {
  readonly station: Station;
  readonly scans: Scans;
  close(): Promise<void>;
}

/** A station that only captures: its pipeline is not started, so that every page stays as it came in. */
export async function openScanningStation(folder: string, freeBytes?: () => Promise<number>): Promise<ScanningStation> {
  const options = { folder, resources: findResources(), clock: () => new Date(), logger: createLogger('silent') };
  const station = await openStation({ ...options, workers: 1 });
  const pins = createCertificatePins(station.store);
  const drivers = { escl: createEsclDriver({ pins, times, listenMs: 200 }) };
  const scans = createScans(station, { drivers, pins, ...(freeBytes && { freeBytes }) });
  return {
    ...{ station, scans },
    async close() {
      await scans.close();
      await station.close();
    },
  };
}

/** Resolves when the scanner of a batch has stopped. */
export async function untilStopped({ station, scans }: ScanningStation, batchId: string): Promise<void> {
  const isStopped = () => scans.view(batchId).state === 'stopped';
  if (isStopped()) return;
  await new Promise<void>((resolve) => {
    const unsubscribe = station.changes.subscribe(batchId, () => {
      if (!isStopped()) return;
      unsubscribe();
      resolve();
    });
  });
}

/** Names and hashes of a batch's sides in order, those that came twice left out. */
export function sidesOf(store: ReadableStore, batchId: string) {
  return store.all(
    store.query
      .selectFrom('sources')
      .select(['name', 'sha256', 'scanSheet'])
      .where('batchId', '=', batchId)
      .where('state', '<>', 'duplicate')
      .orderBy('ordinal'),
  );
}
