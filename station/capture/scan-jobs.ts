import type { ScanStopCode } from '../../contract/capture.ts';
import type { StationCore } from '../core.ts';
import type { Transaction } from '../store/connection.ts';
import type { StoredScan } from '../store/scans.ts';
import { openScanner } from './ask-scanner.ts';
import { feedBatch, freeBytesOf, type PlaceForPages } from './feed-batch.ts';
import { createScanControl, type RunningScan } from './scan-control.ts';
import type { ScanDrivers } from './scanners/drivers.ts';
import { ScannerError } from './scanners/scanner.ts';

export type ScanToRun = Pick<StoredScan, 'batchId' | 'device' | 'settings'>;
/** Writes down why a job ended. */
export type NoteEnd = (transaction: Transaction, stop: ScanStopCode) => void;

/** The scanners at work for a station, at most one to a batch. */
export interface ScanJobs {
  /** The job that runs for a batch; undefined when none does. */
  of(batchId: string): RunningScan | undefined;
  /** Runs one job of a scan; `noteEnd` writes down why it ended. Resolves with that, and never rejects. */
  run(scan: ScanToRun, noteEnd: NoteEnd, place?: PlaceForPages): Promise<ScanStopCode>;
  /** Why a scan stopped, where the disk did not take even that: told all the same for as long as this station runs. */
  unsavedStop(batchId: string): ScanStopCode | undefined;
  forgetUnsavedStop(batchId: string): void;
  /** Ends every job, safe pages first. */
  close(): Promise<void>;
}

export interface ScanJobsOptions {
  readonly drivers: ScanDrivers;
  readonly freeBytes?: () => Promise<number>;
}

export function createScanJobs({ store, announce, logger }: StationCore, options: ScanJobsOptions): ScanJobs {
  const running = new Map<string, RunningScan>();
  const unsaved = new Map<string, ScanStopCode>();
  const freeBytes = options.freeBytes ?? (() => freeBytesOf(store.folder.originals));

  function run(scan: ScanToRun, noteEnd: NoteEnd, place?: PlaceForPages): Promise<ScanStopCode> {
    const { batchId } = scan;
    const control = createScanControl();
    const onPage = () => announce(batchId);
    const ended = feed()
      .then((stop) => {
        running.delete(batchId);
        const stopCode = control.isClosing() ? 'station-ended' : stop;
        unsaved.set(batchId, stopCode);
        store.transact((transaction) => noteEnd(transaction, stopCode));
        unsaved.delete(batchId);
        return stopCode;
      })
      .catch((error: unknown) => {
        // Not even that can be written, for example on a full disk. Without a job the scan can be resumed all the same.
        logger.error({ batch: batchId, err: error }, 'could not note the end of a scan');
        return unsaved.get(batchId) ?? ('device-failed' as const);
      })
      .finally(() => announce(batchId));
    running.set(batchId, { ...control, ended });
    return ended;

    async function feed(): Promise<ScanStopCode> {
      const scanner = openScanner(options.drivers, scan.device);
      if (scanner instanceof ScannerError) return scanner.code;
      return await feedBatch({ store, logger, scanner, scan, control, onPage, freeBytes, ...(place && { place }) });
    }
  }

  return {
    of: (batchId) => running.get(batchId),
    run,
    unsavedStop: (batchId) => unsaved.get(batchId),
    forgetUnsavedStop: (batchId) => void unsaved.delete(batchId),
    async close() {
      for (const job of running.values()) job.close();
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}
