import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEsclDriver } from '../../../station/capture/scanners/escl/driver.ts';
import type { MockScanner } from '../../fixtures/scanners/escl/mock-scanner.ts';
import { feeder, mockScanner, never, pinsInMemory, scanAll, scratchFolder } from './support.ts';

/** Descriptions captured from real scanners, beside the project where they are at hand. */
const realDevices = join(import.meta.dirname, '../../../../shared/data/escl');

/** Clients that others wrote, each as SANE's configuration of one backend. */
const clients = {
  'sane-airscan': {
    backend: 'airscan',
    device: () => 'airscan:e0:Mock',
    configuration: ({ address }: MockScanner) =>
      `[devices]\n"Mock" = ${address}, eSCL\n[options]\ndiscovery = disable\n`,
  },
  'SANE’s own escl backend': {
    backend: 'escl',
    device: ({ port }: MockScanner) => `escl:http://127.0.0.1:${port}`,
    configuration: () => '',
  },
} as const;

/** Runs scanimage over one backend and returns its exit code and the pages it wrote. */
async function scanWith(name: keyof typeof clients, mock: MockScanner, ...options: string[]) {
  const { backend, device, configuration } = clients[name];
  const folder = await scratchFolder();
  await writeFile(join(folder, 'dll.conf'), `${backend}\n`);
  await writeFile(join(folder, `${backend}.conf`), configuration(mock));
  const batch = [`--batch=${folder}/%d.png`, '--format=png', '--resolution=100', ...options];
  const code = await new Promise<number | string>((resolve) => {
    const env = { ...process.env, SANE_CONFIG_DIR: folder };
    execFile('scanimage', [`--device-name=${device(mock)}`, ...batch], { env, timeout: 60_000 }, (error) =>
      resolve(error === null ? 0 : (error.code ?? 'killed')),
    );
  });
  return { code, pages: (await readdir(folder)).filter((entry) => entry.endsWith('.png')).length };
}

describe.each(Object.keys(clients) as (keyof typeof clients)[])('the mock scanner, as %s sees it', (name) => {
  it('is a scanner with a feeder', async () => {
    const mock = await mockScanner({ sheets: ['1', '2', '3'] });
    expect(await scanWith(name, mock, '--source=ADF')).toEqual({ code: 0, pages: 3 });
    expect(mock.handedOut).toHaveLength(3);
  });

  it('is a scanner with a glass', async () => {
    const mock = await mockScanner({ sheets: [] });
    expect(await scanWith(name, mock, '--source=Flatbed', '--batch-count=1')).toEqual({ code: 0, pages: 1 });
  });

  it('has an empty feeder when it has', async () => {
    const mock = await mockScanner({ sheets: [] });
    expect((await scanWith(name, mock, '--source=ADF')).pages).toBe(0);
  });

  it('jams when it does', async () => {
    const mock = await mockScanner({ sheets: ['1', '2', '3'], faults: [{ side: 2, kind: 'jam' }] });
    expect((await scanWith(name, mock, '--source=ADF')).pages).toBe(1);
  });
});

it('the mock scanner feeds sane-airscan both sides', async () => {
  const mock = await mockScanner({ sheets: ['1', '2'] });
  expect(await scanWith('sane-airscan', mock, '--source=ADF Duplex')).toEqual({ code: 0, pages: 4 });
});

const capabilities = existsSync(realDevices)
  ? readdirSync(realDevices, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /ScannerCapabilities.*\.xml$/.test(path),
    )
  : [];

describe.skipIf(capabilities.length === 0)('a scanner that describes itself as a real one does', () => {
  it.each(capabilities)('%s is understood by our client and by sane-airscan', async (path) => {
    const description = await readFile(join(realDevices, path), 'utf8');
    const mock = await mockScanner({ sheets: ['1', '2'], capabilities: description });
    const scanner = createEsclDriver({ pins: pinsInMemory() }).open(mock.address);
    const { model, sources } = await scanner.capabilities(never());
    expect(model).not.toBe('');
    const simplex = sources.find(({ source, duplex }) => source === 'feeder' && !duplex);
    expect(simplex?.colours).toContain('colour');
    expect(simplex?.resolutionsDpi).toContain(200);
    const settings = { ...feeder, resolutionDpi: 200 } as const;
    const { files, stop } = await scanAll(scanner, settings);
    expect([files.length, stop]).toEqual([2, null]);
    mock.layBack('3');
    expect(await scanWith('sane-airscan', mock, '--source=ADF', '--resolution=200', '--mode=Gray')).toEqual({
      code: 0,
      pages: 1,
    });
  });
});
