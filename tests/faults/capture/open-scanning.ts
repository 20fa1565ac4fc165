import { createScans, type Scans } from '../../../station/capture/scans.ts';
import { createLogger } from '../../../station/logger.ts';
import { findResources } from '../../../station/resources.ts';
import { openStation, type Station } from '../../../station/station.ts';
import { createCertificatePins } from '../../../station/store/scanner-certificates.ts';
import { createScriptedDriver, type ScriptedPile } from './scripted-scanner.ts';

export interface Scanning {
  readonly station: Station;
  readonly scans: Scans;
  close(): Promise<void>;
}

export interface ScanningOptions {
  readonly folder: string;
  readonly clock: () => Date;
  readonly pile: ScriptedPile;
  readonly freeBytes?: () => Promise<number>;
}

/** A station that only captures, from a scripted scanner. */
export async function openScanning({ folder, clock, pile, freeBytes }: ScanningOptions): Promise<Scanning> {
  const logger = createLogger('silent');
  const station = await openStation({ folder, resources: findResources(), clock, logger, workers: 1 });
  const pins = createCertificatePins(station.store);
  const drivers = { escl: createScriptedDriver(pile) };
  const scans = createScans(station, { drivers, pins, ...(freeBytes && { freeBytes }) });
  return {
    ...{ station, scans },
    async close() {
      await scans.close();
      await station.close();
    },
  };
}

const actor = { id: 'station' };

/** Begins the pile, or goes on with the one that is there, and resolves with its batch when the scanner has stopped. */
export async function scanToStop(scanning: Scanning, duplex: boolean): Promise<string> {
  const { station, scans } = scanning;
  const present = station.store.first(station.store.query.selectFrom('batches').select('id'));
  const { batchId } =
    present === undefined
      ? scans.start(actor, {
          ...{ name: 'pile', profileId: 'general', expectedSheets: null },
          device: { driver: 'escl', address: 'scripted', name: 'Scripted' },
          settings: { source: 'feeder', duplex, colour: 'grey', resolutionDpi: 300, paper: 'a4' },
        })
      : scans.resume(actor, present.id);
  const isStopped = () => scans.view(batchId).state === 'stopped';
  if (!isStopped()) {
    await new Promise<void>((resolve) => {
      const unsubscribe = station.changes.subscribe(batchId, () => {
        if (!isStopped()) return;
        unsubscribe();
        resolve();
      });
    });
  }
  return batchId;
}
