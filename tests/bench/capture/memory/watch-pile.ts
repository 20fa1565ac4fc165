import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { parseRoute } from '../../../../renderer/app/route.ts';
import { batchProgress } from '../../../../station/pipeline/progress.ts';
import { openReadableStore } from '../../../../station/store/store.ts';
import { launchApp } from '../../../e2e/fixtures/launch-app.ts';
import type { RunningApp } from '../../../e2e/fixtures/running-app.ts';
import { createFirstAccount, people } from '../../../e2e/support/people.ts';
import { enterAddress, openSetUp } from '../../../e2e/support/scan.ts';
import { switchLanguage } from '../../../e2e/support/screens.ts';
import { startMockScanner } from '../../../fixtures/scanners/escl/mock-scanner.ts';
import { type Resident, readResident } from './resident.ts';
import { drawSmallPage } from './small-page.ts';

export interface PileLook {
  /** Pages read until then. */
  readonly pages: number;
  readonly resident: Resident;
}

export interface WatchedPile {
  readonly looks: readonly PileLook[];
  /** When all was read and the browser was told that memory is short. */
  readonly whenShort: Resident;
  /** Pages that were given up. */
  readonly quarantined: number;
}

const lookEveryMs = 2000;
const givingBackMs = 5000;
/** A pile on which nothing is read for so long has come to a halt. */
const longestStillMs = 120_000;
/** Sheets that the feeder is ahead of the reading, so that reading and scanning go on side by side to the end. */
const sheetsAhead = 40;

/**
 * Scans a pile of small pages in the built application and has them all read, with the pile on screen and its newest
 * page in focus, and looks at the memory of the processes all the while.
 */
export async function watchPile(folder: string, dataFolder: string, pages: number): Promise<WatchedPile> {
  const feeder = createFeeder();
  // The set-up scans both sides of a sheet.
  const sheets = Array.from({ length: Math.ceil(pages / 2) }, (_, index) => String(index + 1));
  const scanner = await startMockScanner({ sheets, draw: ({ label }) => feeder.draw(label) });
  const app = await launchApp({ folder });
  try {
    const batchId = await startScan(app.window, scanner.address);
    await openPile(app.window, batchId);
    const watched = await watchReading(app, { dataFolder, batchId, pages, onRead: feeder.keepAhead });
    return { ...watched, whenShort: await lookWhenShort(app) };
  } finally {
    await app.close();
    await scanner.close();
  }
}

/** Gives out sheets until it is `sheetsAhead` before the reading, then as they are read. */
function createFeeder() {
  let drawn = 0;
  let allowed = sheetsAhead;
  let wake: () => void = () => undefined;
  return {
    async draw(label: string): Promise<Buffer> {
      while (drawn >= allowed) await new Promise<void>((resolve) => (wake = resolve));
      drawn += 1;
      return await drawSmallPage(label);
    },
    keepAhead(read: number): void {
      allowed = read + sheetsAhead;
      wake();
    },
  };
}

async function startScan(window: Page, address: string): Promise<string> {
  await window.setViewportSize({ width: 1366, height: 768 });
  await window.locator('header button[lang="it"]').waitFor();
  await switchLanguage(window, 'it');
  await createFirstAccount(window, people.administrator);
  await openSetUp(window);
  await enterAddress(window, address);
  await window.getByRole('textbox', { name: /Fogli contati/ }).press('Enter');
  await window.waitForURL((url) => batchOf(url) !== null);
  const batchId = batchOf(new URL(window.url()));
  if (batchId === null) throw new Error('the scan did not begin');
  return batchId;
}

function batchOf(url: URL): string | null {
  const route = parseRoute(url.hash);
  return route.screen === 'scan' ? route.batchId : null;
}

async function openPile(window: Page, batchId: string): Promise<void> {
  await window.evaluate((id) => {
    document.location.hash = `#/batches/${id}/pile`;
  }, batchId);
  await window.getByRole('listbox', { name: 'Pagine' }).waitFor();
}

interface Watching {
  readonly dataFolder: string;
  readonly batchId: string;
  readonly pages: number;
  readonly onRead: (read: number) => void;
}

async function watchReading(
  app: RunningApp,
  { dataFolder, batchId, pages, onRead }: Watching,
): Promise<Pick<WatchedPile, 'looks' | 'quarantined'>> {
  const stationPid = await app.stationPid();
  const store = openReadableStore(dataFolder);
  const looks: PileLook[] = [];
  let done = 0;
  let stillSinceMs = performance.now();
  try {
    for (;;) {
      const { pagesRead, pagesQuarantined } = batchProgress(store, batchId);
      if (pagesRead + pagesQuarantined > done) stillSinceMs = performance.now();
      done = pagesRead + pagesQuarantined;
      looks.push({ pages: done, resident: readResident(stationPid) });
      if (done >= pages) return { looks, quarantined: pagesQuarantined };
      if (performance.now() - stillSinceMs > longestStillMs) throw new Error(`the reading stopped after ${done} pages`);
      onRead(done);
      // What a clerk does who follows the pile; it also keeps the window from locking itself.
      await app.window.getByRole('listbox', { name: 'Pagine' }).press('End');
      await setTimeout(lookEveryMs);
    }
  } finally {
    store.close();
  }
}

/** Tells the browser what a system tells it that has no memory left, and looks at what it keeps all the same. */
async function lookWhenShort({ window, stationPid }: RunningApp): Promise<Resident> {
  const session = await window.context().newCDPSession(window);
  await session.send('Memory.simulatePressureNotification', { level: 'critical' });
  await setTimeout(givingBackMs);
  return readResident(await stationPid());
}
