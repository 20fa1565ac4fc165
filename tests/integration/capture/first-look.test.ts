import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listPages } from '../../../station/store/batches.ts';
import { presentPage } from '../../../station/verify/present-page.ts';
import { openScanningStation, type ScanningStation, untilStopped } from '../scanners/scanning-station.ts';
import { feeder, mockScanner, scratchFolder } from '../scanners/support.ts';

const actor = { id: 'station' };

async function scanningStation(): Promise<ScanningStation> {
  const scanning = await openScanningStation(join(await scratchFolder(), 'data'));
  onTestFinished(() => scanning.close());
  scanning.station.start();
  return scanning;
}

async function scan(scanning: ScanningStation, profileId: string, sheets: readonly string[]): Promise<string> {
  const mock = await mockScanner({ sheets });
  const { batchId } = scanning.scans.start(actor, {
    ...{ name: 'Pila di prova', profileId, expectedSheets: null },
    device: { driver: 'escl', address: mock.address, name: 'Mock' },
    settings: { ...feeder, paper: 'a5' },
  });
  await untilStopped(scanning, batchId);
  await untilAssessed(scanning, batchId, sheets.length);
  return batchId;
}

async function untilAssessed({ station, scans }: ScanningStation, batchId: string, pages: number): Promise<void> {
  const isDone = () => scans.view(batchId).quality.assessed === pages;
  if (isDone()) return;
  await new Promise<void>((resolve) => {
    const unsubscribe = station.changes.subscribe(batchId, () => {
      if (!isDone()) return;
      unsubscribe();
      resolve();
    });
  });
}

function noticesOf({ station }: ScanningStation, batchId: string) {
  return listPages(station.store, batchId).map((page) => presentPage(page, new Map()).quality?.notices);
}

it('every scanned page is looked at, and held to what its profile demands', async () => {
  const scanning = await scanningStation();
  const batchId = await scan(scanning, 'amministrativo', ['1', '2']);
  expect(noticesOf(scanning, batchId)).toEqual([
    expect.arrayContaining([
      {
        ...{ code: 'resolution-too-low', advice: 'rescan', value: 100, limit: 300, unit: 'ppi', boxPx: null },
        message: { it: expect.stringContaining('100 ppi'), en: expect.stringContaining('100 ppi') },
      },
    ]),
    expect.arrayContaining([expect.objectContaining({ code: 'resolution-too-low' })]),
  ]);
  expect(scanning.scans.view(batchId).quality).toEqual({ assessed: 2, flagged: 2 });
  expect(scanning.station.progress(batchId).quality).toEqual({ assessed: 2, flagged: 2 });
});

it('a profile that demands nothing says nothing of a low resolution', async () => {
  const scanning = await scanningStation();
  const batchId = await scan(scanning, 'general', ['1']);
  expect(noticesOf(scanning, batchId)[0]?.map(({ code }) => code)).not.toContain('resolution-too-low');
  expect(scanning.scans.view(batchId).quality.assessed).toBe(1);
});
