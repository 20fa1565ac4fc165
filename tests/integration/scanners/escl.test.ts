import { readdir } from 'node:fs/promises';
import { Bonjour } from 'bonjour-service';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { EsclTimes } from '../../../station/capture/scanners/escl/client.ts';
import { createEsclDriver } from '../../../station/capture/scanners/escl/driver.ts';
import { makeCertificate } from '../../fixtures/scanners/certificate.ts';
import type { Fault } from '../../fixtures/scanners/escl/mock-scanner.ts';
import { feeder, mockScanner, never, pinsInMemory, scanAll, scratchFolder } from './support.ts';

const times: EsclTimes = { answerMs: 5_000, pageMs: 10_000, waitMs: 10, longestWaitMs: 40, busyMs: 3_000 };

function open(address: string, pins = pinsInMemory()) {
  return createEsclDriver({ pins, times }).open(address);
}

async function withFault(kind: Fault['kind'], duplex = false) {
  const mock = await mockScanner({ sheets: ['1', '2', '3'], faults: [{ side: 2, kind }] });
  const outcome = await scanAll(open(mock.address), { ...feeder, duplex });
  return { mock, ...outcome };
}

describe('an eSCL scanner', () => {
  it('gives one page for each sheet, byte for byte, and its job is ended', async () => {
    const mock = await mockScanner({ sheets: ['1', '2', '3'] });
    const { files, pages, stop } = await scanAll(open(mock.address));
    expect(stop).toBeNull();
    expect(files).toEqual(mock.handedOut);
    expect(files).toHaveLength(3);
    expect(pages[0]).toMatchObject({ format: 'jpeg', widthPx: 827, heightPx: 1169, statedHeightPx: null });
    expect(mock.openJobs()).toBe(0);
  });

  it('gives both sides of each sheet in order when asked to', async () => {
    const mock = await mockScanner({ sheets: ['1', '2'] });
    const { files, stop } = await scanAll(open(mock.address), { ...feeder, duplex: true, colour: 'colour' });
    expect(stop).toBeNull();
    expect(files).toHaveLength(4);
    expect(files).toEqual(mock.handedOut);
    expect(mock.jobRequests[0]).toContain('<scan:Duplex>true</scan:Duplex>');
    expect(mock.jobRequests[0]).toContain('<scan:ColorMode>RGB24</scan:ColorMode>');
  });

  it('gives one page from the glass', async () => {
    const mock = await mockScanner({ sheets: [] });
    const { files, stop } = await scanAll(open(mock.address), { ...feeder, source: 'flatbed' });
    expect(stop).toBeNull();
    expect(files).toEqual(mock.handedOut);
    expect(files).toHaveLength(1);
  });

  it('is asked for a page only when the one before was taken', async () => {
    const mock = await mockScanner({ sheets: ['1', '2', '3'] });
    const scanned = open(mock.address).scan({ settings: feeder, folder: await scratchFolder(), signal: never() });
    await scanned.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(mock.requests.filter((request) => request.endsWith('NextDocument'))).toHaveLength(1);
    await scanned.return();
    expect(mock.openJobs()).toBe(0);
  });

  it('tells what it can do and how it is', async () => {
    const mock = await mockScanner({ sheets: ['1'], faults: [{ side: 1, kind: 'jam' }] });
    const scanner = open(mock.address);
    const { model, sources } = await scanner.capabilities(never());
    expect(model).toBe('Mock Scanner 1');
    expect(sources.map(({ source, duplex }) => `${source} ${duplex}`)).toEqual([
      'flatbed false',
      'feeder false',
      'feeder true',
    ]);
    expect(sources[1]).toMatchObject({
      colours: ['colour', 'grey', 'black-white'],
      resolutionsDpi: [100, 200, 300, 600],
    });
    expect(await scanner.state(never())).toBe('idle');
    await scanAll(scanner);
    expect(await scanner.state(never())).toBe('jam');
  });

  it.each([
    ['jam', 'jam'],
    ['double-feed', 'double-feed'],
    ['cover-open', 'cover-open'],
    ['drop', 'broken-page'],
    ['truncate', 'broken-page'],
  ] as const)('stops at a %s with the pages before it, and tells of %s', async (kind, told) => {
    const { files, stop, mock } = await withFault(kind);
    expect(stop).toBe(told);
    expect(files).toEqual(mock.handedOut.slice(0, 1));
    expect(files).toHaveLength(1);
    expect(mock.openJobs()).toBe(0);
  });

  it('goes on after a jam with the sheets that are laid in again', async () => {
    const { mock } = await withFault('jam');
    mock.layBack('2');
    const { files, stop } = await scanAll(open(mock.address));
    expect(stop).toBeNull();
    expect(files).toEqual(mock.handedOut.slice(1));
    expect(files).toHaveLength(2);
  });

  it('waits while it answers that it is busy', async () => {
    const { files, stop, mock } = await withFault('busy');
    expect(stop).toBeNull();
    expect(files).toEqual(mock.handedOut);
    expect(files).toHaveLength(3);
  });

  it.each([
    ['tall-header', 1969],
    ['no-height', 0],
  ] as const)('whose header has the wrong height (%s) gives a page of the right one', async (kind, stated) => {
    const { pages, files, stop, mock } = await withFault(kind);
    expect(stop).toBeNull();
    expect(pages[1]?.statedHeightPx).toBe(stated);
    const [fixed, sent] = await Promise.all([files[1], mock.handedOut[1]].map((file) => sharp(file).metadata()));
    expect(fixed?.width).toBe(sent?.width);
    // The height is known to a row of blocks only.
    expect(Math.ceil((fixed?.height ?? 0) / 16)).toBe(Math.ceil((sent?.height ?? 0) / 16));
    await expect(sharp(files[1], { failOn: 'warning' }).stats()).resolves.toBeDefined();
  });

  it('with an empty feeder says so before a job is made', async () => {
    const mock = await mockScanner({ sheets: [] });
    const { files, stop } = await scanAll(open(mock.address));
    expect([files.length, stop]).toEqual([0, 'feeder-empty']);
    expect(mock.jobRequests).toEqual([]);
  });

  it('that cannot do what the settings ask for is not asked', async () => {
    const mock = await mockScanner({ sheets: ['1'] });
    for (const wish of [{ resolutionDpi: 240 }, { paper: 'a3' }] as const) {
      expect((await scanAll(open(mock.address), { ...feeder, ...wish })).stop).toBe('not-supported');
    }
    expect(mock.jobRequests).toEqual([]);
  });

  it('that is not there is told as unreachable', async () => {
    const mock = await mockScanner({ sheets: ['1'] });
    await mock.close();
    expect((await scanAll(open(mock.address))).stop).toBe('unreachable');
  });

  it('is told to stop when a person ends the scan, and leaves no file behind', async () => {
    const mock = await mockScanner({ sheets: ['1', '2', '3'] });
    const stopping = new AbortController();
    const folder = await scratchFolder();
    const scanned = open(mock.address).scan({ settings: feeder, folder, signal: stopping.signal });
    await scanned.next();
    stopping.abort();
    await expect(scanned.next()).rejects.toThrow();
    expect(mock.openJobs()).toBe(0);
    expect(await readdir(folder)).toHaveLength(1);
  });
});

describe('an eSCL scanner with TLS', () => {
  it('is held to the certificate that it showed first', async () => {
    const pins = pinsInMemory();
    const first = await mockScanner({ sheets: ['1'], certificate: makeCertificate() });
    expect((await scanAll(open(first.address, pins))).stop).toBeNull();
    expect(pins.known.get(`127.0.0.1:${first.port}`)).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    await first.close();
    const other = await mockScanner({ sheets: ['1'], certificate: makeCertificate(), port: first.port });
    expect((await scanAll(open(other.address, pins))).stop).toBe('certificate-changed');
    expect(other.requests).toEqual([]);
  });
});

describe('the search for eSCL scanners', () => {
  it('finds those that announce themselves on the network', async () => {
    const announcer = new Bonjour();
    onTestFinished(() => announcer.destroy());
    const txt = { ty: 'Mock Scanner 1', rs: 'eSCL', note: 'Anagrafe', uuid: '6b7a3c4e-0d62-4bb1-a3d5-0c1d2e3f4a5b' };
    announcer.publish({ name: `mock ${process.pid}`, type: 'uscan', port: 18_080, txt, probe: false });
    const found = await createEsclDriver({ pins: pinsInMemory(), listenMs: 2_000 }).discover(never());
    const own = found.filter(({ address }) => address.endsWith(':18080/eSCL'));
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ driver: 'escl', name: 'Mock Scanner 1 (Anagrafe)' });
  });
});
