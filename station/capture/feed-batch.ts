import { randomUUID } from 'node:crypto';
import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScanStopCode } from '../../contract/capture.ts';
import type { Logger } from '../logger.ts';
import { makeFolder } from '../store/make-folder.ts';
import type { StoredScan } from '../store/scans.ts';
import type { Store } from '../store/store.ts';
import { diskTroubleOf } from './disk-trouble.ts';
import { enterScannedPage, type PlacementBy } from './enter-scanned-page.ts';
import { type ScannedPage, type Scanner, ScannerError } from './scanners/scanner.ts';

/** A person's hand on a running scan. */
export interface ScanControl {
  /** Fired to end the scanner's job. */
  readonly signal: AbortSignal;
  /** Resolves at once unless the scan is held, then when it goes on or is ended. */
  untilReleased(): Promise<void>;
}

/** A place of their own for the pages of one job. */
export interface PlaceForPages {
  /** Where the page goes that is the `taken`th of the job, from 0; null when no more is wanted. */
  placementOf(taken: number): PlacementBy | null;
}

export interface FeedOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly scanner: Scanner;
  readonly scan: Pick<StoredScan, 'batchId' | 'settings'>;
  /** Where the pages go; at the end of the pile where it is absent. */
  readonly place?: PlaceForPages;
  readonly control: ScanControl;
  /** Called after each page that is safe. */
  readonly onPage: () => void;
  /** Room left where originals are kept. */
  readonly freeBytes: () => Promise<number>;
}

/**
 * Room that must be left before a page is asked for: a page of A3 at 600 dpi in colour as it comes and as it is kept, and
 * enough besides for the database to go on writing.
 */
export const leastFreeBytes = 512 * 2 ** 20;

/** Room left on the disk of a folder, in bytes. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Runs one scanner job into its batch, page by page, and resolves with why it ended: `feeder-empty` at the good end. Never
 * rejects for anything that the scanner, the disk or a person does.
 */
export async function feedBatch(options: FeedOptions): Promise<ScanStopCode> {
  const { store, logger, scanner, scan, control } = options;
  const scanning = join(store.folder.derived, 'scanning');
  const folder = join(scanning, randomUUID());
  try {
    await makeFolder(scanning);
    await makeFolder(folder);
    const pages = scanner.scan({ settings: scan.settings, folder, signal: control.signal });
    try {
      return await takePages(pages, options);
    } finally {
      await pages.return();
    }
  } catch (error) {
    if (control.signal.aborted) return 'ended-by-person';
    if (error instanceof ScannerError) {
      logger.info({ batch: scan.batchId, code: error.code, detail: error.message }, 'a scan stopped');
      return error.code;
    }
    logger.error({ batch: scan.batchId, err: error }, 'a scan failed unexpectedly');
    return diskTroubleOf(error) ?? 'device-failed';
  } finally {
    await removeFolder(folder, logger);
  }
}

/** What cannot be removed now, from a disk that takes nothing, goes when the station starts the next time. */
async function removeFolder(folder: string, logger: Logger): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch((error: unknown) =>
    logger.warn({ err: error }, 'could not remove what a scan left'),
  );
}

async function takePages(pages: AsyncGenerator<ScannedPage, void, void>, options: FeedOptions): Promise<ScanStopCode> {
  const { store, scan, place, control, onPage, freeBytes } = options;
  for (let taken = 0; ; taken += 1) {
    const placement = place?.placementOf(taken);
    // As many as were to be replaced are there.
    if (placement === null) return 'feeder-empty';
    await control.untilReleased();
    if (control.signal.aborted) return 'ended-by-person';
    // Before the sheet is drawn in: afterwards it would be out of the feeder with nowhere to go.
    if ((await freeBytes()) < leastFreeBytes) return 'disk-full';
    const page = await pages.next();
    if (page.done) return 'feeder-empty';
    const { batchId, settings } = scan;
    const startsJob = taken === 0 && placement === undefined;
    await enterScannedPage(store, page.value, { batchId, duplex: settings.duplex, startsJob, placement });
    await rm(page.value.path, { force: true });
    onPage();
  }
}
