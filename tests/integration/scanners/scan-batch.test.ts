import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { NewScan } from '../../../contract/capture.ts';
import type { MockScanner } from '../../fixtures/scanners/escl/mock-scanner.ts';
import { openScanningStation, type ScanningStation, sidesOf, untilStopped } from './scanning-station.ts';
import { feeder, mockScanner, scratchFolder } from './support.ts';

const actor = { id: 'station' };

async function scanningStation(freeBytes?: () => Promise<number>): Promise<ScanningStation & { folder: string }> {
  const folder = join(await scratchFolder(), 'data');
  const scanning = await openScanningStation(folder, freeBytes);
  onTestFinished(() => scanning.close());
  return { ...scanning, folder };
}

function newScan(
  mock: MockScanner,
  wish: Partial<NewScan['settings']> = {},
  expectedSheets: number | null = null,
): NewScan {
  return {
    ...{ name: 'Pila di prova', profileId: 'general', expectedSheets },
    device: { driver: 'escl', address: mock.address, name: 'Mock' },
    settings: { ...feeder, paper: 'a5', ...wish },
  };
}

/** Labels of the sheets as they lie in the batch. */
function labelsIn({ station }: ScanningStation, batchId: string, mock: MockScanner): (string | undefined)[] {
  const hashes = mock.handedOut.map((page) => createHash('sha256').update(page).digest('hex'));
  return sidesOf(station.store, batchId).map(({ sha256 }) => mock.labels[hashes.indexOf(sha256 ?? '')]);
}

function eventsOf({ station: { store } }: ScanningStation, batchId: string) {
  const events = store.query.selectFrom('audit_events').select(['action', 'detail']).where('subjectId', '=', batchId);
  return store.all(events.orderBy('seq')).map(({ action, detail }) => ({ action, ...JSON.parse(detail) }));
}

describe('a pile on a scanner', () => {
  it('becomes a batch, page by page, and waits for the clerk at the end', async () => {
    const mock = await mockScanner({ sheets: ['1', '2', '3'] });
    const scanning = await scanningStation();
    const { batchId } = scanning.scans.start(actor, newScan(mock, {}, 3));
    await untilStopped(scanning, batchId);
    expect(scanning.scans.view(batchId)).toMatchObject({
      ...{ state: 'stopped', pages: 3, sheets: 3, sheetIncomplete: false },
      stop: { code: 'feeder-empty', message: { it: expect.any(String), en: expect.any(String) } },
    });
    expect(labelsIn(scanning, batchId, mock)).toEqual(['1 front', '2 front', '3 front']);
    expect(scanning.station.progress(batchId)).toMatchObject({ sources: 3 });
    expect(scanning.scans.finish(actor, batchId, false).state).toBe('finished');
    expect(eventsOf(scanning, batchId).map(({ action }) => action)).toEqual([
      ...['batch.created', 'scan.started', 'scan.stopped', 'scan.finished'],
    ]);
    expect(await readdir(join(scanning.folder, 'derived', 'scanning'))).toEqual([]);
  });

  it('goes on after a jam exactly where it stopped', async () => {
    const mock = await mockScanner({ sheets: ['1', '2', '3', '4'], faults: [{ side: 3, kind: 'jam' }] });
    const scanning = await scanningStation();
    const { batchId } = scanning.scans.start(actor, newScan(mock));
    await untilStopped(scanning, batchId);
    expect(scanning.scans.view(batchId)).toMatchObject({ pages: 2, stop: { code: 'jam' } });
    mock.layBack('3');
    scanning.scans.resume(actor, batchId);
    await untilStopped(scanning, batchId);
    expect(labelsIn(scanning, batchId, mock)).toEqual(['1 front', '2 front', '3 front', '4 front']);
    expect(scanning.scans.view(batchId)).toMatchObject({ sheets: 4, stop: { code: 'feeder-empty' } });
  });

  it('does not double the front of a sheet whose back was lost', async () => {
    const mock = await mockScanner({ sheets: ['1', '2', '3'], faults: [{ side: 4, kind: 'drop' }] });
    const scanning = await scanningStation();
    const { batchId } = scanning.scans.start(actor, newScan(mock, { duplex: true }));
    await untilStopped(scanning, batchId);
    expect(scanning.scans.view(batchId)).toMatchObject({
      pages: 3,
      sheetIncomplete: true,
      stop: { code: 'broken-page' },
    });
    expect(() => scanning.scans.finish(actor, batchId, false)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    mock.layBack('2');
    scanning.scans.resume(actor, batchId);
    await untilStopped(scanning, batchId);
    expect(labelsIn(scanning, batchId, mock)).toEqual(['1 front', '1 back', '2 front', '2 back', '3 front', '3 back']);
    expect(scanning.scans.view(batchId)).toMatchObject({ pages: 6, sheets: 3, sheetIncomplete: false });
    const { store } = scanning.station;
    const again = store.all(store.query.selectFrom('sources').selectAll().where('state', '=', 'duplicate'));
    expect(again).toMatchObject([{ reasonCode: 'scanned-again', scanSheet: 2, name: '0002r.jpg' }]);
    expect(again[0]?.duplicateOf).not.toBeNull();
  });

  it('may hold the same sheet twice', async () => {
    const mock = await mockScanner({ sheets: ['uguale', 'uguale', 'altro'] });
    const scanning = await scanningStation();
    const { batchId } = scanning.scans.start(actor, newScan(mock));
    await untilStopped(scanning, batchId);
    expect(mock.handedOut[0]).toEqual(mock.handedOut[1]);
    expect(sidesOf(scanning.station.store, batchId).map(({ name }) => name)).toEqual([
      '0001.jpg',
      '0002.jpg',
      '0003.jpg',
    ]);
  });

  it('that does not have the sheets the clerk counted is not finished unseen', async () => {
    const mock = await mockScanner({ sheets: ['1', '2'] });
    const scanning = await scanningStation();
    const { batchId } = scanning.scans.start(actor, newScan(mock, {}, 3));
    await untilStopped(scanning, batchId);
    expect(() => scanning.scans.finish(actor, batchId, false)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    expect(scanning.scans.finish(actor, batchId, true).state).toBe('finished');
    expect(eventsOf(scanning, batchId).at(-1)).toMatchObject({ expectedSheets: 3, sheets: 2, differs: true });
  });

  it('is held to the count that the clerk corrected, and the log keeps both', async () => {
    const mock = await mockScanner({ sheets: ['1', '2'] });
    const scanning = await scanningStation();
    const { batchId } = scanning.scans.start(actor, newScan(mock, {}, 3));
    await untilStopped(scanning, batchId);
    expect(scanning.scans.expect(actor, batchId, 2).expectedSheets).toBe(2);
    expect(eventsOf(scanning, batchId).at(-1)).toMatchObject({ before: 3, expectedSheets: 2 });
    expect(scanning.scans.finish(actor, batchId, false).state).toBe('finished');
    expect(() => scanning.scans.expect(actor, batchId, 4)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  });

  it('is paused after the page in hand and goes on with the same job', async () => {
    const mock = await mockScanner({ sheets: ['1', '2', '3'] });
    const scanning = await scanningStation();
    const { batchId } = scanning.scans.start(actor, newScan(mock));
    await new Promise<void>((resolve) => void scanning.station.changes.subscribe(batchId, resolve));
    expect(scanning.scans.pause(actor, batchId).state).toBe('held');
    expect(await untilUnchanged(() => scanning.scans.view(batchId).pages)).toBeLessThan(3);
    scanning.scans.resume(actor, batchId);
    await untilStopped(scanning, batchId);
    expect(mock.jobRequests).toHaveLength(1);
    expect(labelsIn(scanning, batchId, mock)).toEqual(['1 front', '2 front', '3 front']);
  });

  it('is stopped by a person, and the scanner with it', async () => {
    const mock = await mockScanner({ sheets: ['1', '2', '3', '4', '5', '6', '7', '8'] });
    const scanning = await scanningStation();
    const { batchId } = scanning.scans.start(actor, newScan(mock));
    await new Promise<void>((resolve) => void scanning.station.changes.subscribe(batchId, resolve));
    expect(await scanning.scans.stop(actor, batchId)).toMatchObject({
      state: 'stopped',
      stop: { code: 'ended-by-person' },
    });
    expect(mock.openJobs()).toBe(0);
    await expect(scanning.scans.stop(actor, batchId)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('stops before the page when the disk is nearly full', async () => {
    let asked = 0;
    const mock = await mockScanner({ sheets: ['1', '2', '3', '4'] });
    const scanning = await scanningStation(async () => (++asked > 2 ? 1000 : 2 ** 40));
    const { batchId } = scanning.scans.start(actor, newScan(mock));
    await untilStopped(scanning, batchId);
    expect(scanning.scans.view(batchId)).toMatchObject({ pages: 2, stop: { code: 'disk-full' } });
    expect(mock.left()).toBe(2);
    expect(mock.openJobs()).toBe(0);
  });

  it('is stopped when the station closes, and can be resumed by the next', async () => {
    const mock = await mockScanner({ sheets: ['1', '2', '3', '4', '5', '6'] });
    const folder = join(await scratchFolder(), 'data');
    const first = await openScanningStation(folder);
    const { batchId } = first.scans.start(actor, newScan(mock));
    await new Promise<void>((resolve) => void first.station.changes.subscribe(batchId, resolve));
    await first.close();
    const second = await openScanningStation(folder);
    onTestFinished(() => second.close());
    const { pages, stop } = second.scans.view(batchId);
    expect(stop?.code).toBe('station-ended');
    mock.layIn(['1', '2', '3', '4', '5', '6'].slice(pages));
    second.scans.resume(actor, batchId);
    await untilStopped(second, batchId);
    expect(labelsIn(second, batchId, mock)).toEqual(['1', '2', '3', '4', '5', '6'].map((label) => `${label} front`));
  });

  it('remembers scanner and settings for the next one under its profile', async () => {
    const mock = await mockScanner({ sheets: ['1'] });
    const scanning = await scanningStation();
    const untouched = { scan: null, separation: { by: 'forms' } };
    expect(scanning.scans.remembered('general')).toEqual(untouched);
    const scan = newScan(mock, { colour: 'colour' });
    const separation = { by: 'sheets', sheets: 2 } as const;
    await untilStopped(scanning, scanning.scans.start(actor, { ...scan, separation }).batchId);
    const { device, settings } = scan;
    expect(scanning.scans.remembered('general')).toEqual({ scan: { device, settings }, separation });
    expect(scanning.scans.remembered('general-english')).toEqual(untouched);
    // The command line does not say how piles are cut.
    await untilStopped(scanning, scanning.scans.start(actor, scan).batchId);
    expect(scanning.scans.remembered('general').separation).toEqual(separation);
  });

  it('is tried with one page that is kept nowhere', async () => {
    const mock = await mockScanner({ sheets: ['1', '2'] });
    const scanning = await scanningStation();
    const { device, settings } = newScan(mock);
    const signal = AbortSignal.timeout(20_000);
    expect(await scanning.scans.test({ profileId: 'general', device, settings }, signal)).toMatchObject({
      format: 'jpeg',
      widthPx: 583,
    });
    expect(mock.openJobs()).toBe(0);
    const { store } = scanning.station;
    expect(store.all(store.query.selectFrom('originals').selectAll())).toEqual([]);
    mock.layIn([]);
    await expect(scanning.scans.test({ profileId: 'general', device, settings }, signal)).rejects.toMatchObject({
      code: 'UNREACHABLE',
    });
  });
});

/** The count once it has stayed as it is for a second: a page in hand may take its time. */
async function untilUnchanged(count: () => number): Promise<number> {
  let seen = count();
  for (let stillMs = 0; stillMs < 1000; stillMs += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (count() !== seen) stillMs = 0;
    seen = count();
  }
  return seen;
}
