import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSaneDriver } from '../../../station/capture/scanners/sane/driver.ts';
import { feeder, never, scanAll, scratchFolder } from './support.ts';

const settings = { ...feeder, resolutionDpi: 75, paper: 'a5' } as const;

/** SANE's virtual scanner, whose feeder holds ten sheets. `status` is what every reading of a picture ends with. */
async function virtualScanner(status = 'Default', command = 'scanimage') {
  const folder = await scratchFolder();
  const usual = await readFile('/etc/sane.d/test.conf', 'utf8');
  await writeFile(join(folder, 'dll.conf'), 'test\n');
  await writeFile(join(folder, 'test.conf'), usual.replace(/^read-status-code .*$/m, `read-status-code "${status}"`));
  return createSaneDriver({ command, environment: { SANE_CONFIG_DIR: folder } });
}

/** As the virtual scanner, but its program does something else when it is to scan, and hears no interrupt. */
async function stubbornScanner(whenScanning: string) {
  const command = join(await scratchFolder(), 'scanimage');
  const scan = `trap '' INT; ${whenScanning}; exec sleep 600`;
  await writeFile(command, `#!/bin/sh\ncase "$*" in *--batch=*) ${scan};; *) exec scanimage "$@";; esac\n`);
  await chmod(command, 0o755);
  return (await virtualScanner('Default', command)).open('test:0');
}

describe('a scanner of SANE', () => {
  it('is found', async () => {
    const found = await (await virtualScanner()).discover(never());
    expect(found.map(({ address }) => address)).toEqual(['test:0', 'test:1']);
    expect(found[0]?.name).toBe('frontend-tester');
  });

  it('tells what it can do', async () => {
    const { sources } = await (await virtualScanner()).open('test:0').capabilities(never());
    expect(sources.map(({ source, duplex }) => [source, duplex])).toEqual([
      ['flatbed', false],
      ['feeder', false],
    ]);
    expect(sources[1]).toMatchObject({ colours: ['colour', 'grey'], maxWidthMm: 200, maxHeightMm: 200 });
    expect(sources[1]?.resolutionsDpi).toContain(300);
  });

  it('gives every page of its feeder and then the good end', async () => {
    const { pages, stop } = await scanAll((await virtualScanner()).open('test:0'), { ...settings, paper: 'largest' });
    expect([pages.length, stop]).toEqual([10, null]);
    expect(pages[9]).toMatchObject({ format: 'tiff', widthPx: 590, heightPx: 590 });
  });

  it('gives one page from the glass', async () => {
    const wanted = { ...settings, source: 'flatbed', paper: 'largest' } as const;
    const { pages, stop } = await scanAll((await virtualScanner()).open('test:0'), wanted);
    expect([pages.length, stop]).toEqual([1, null]);
  });

  it.each([
    ['SANE_STATUS_JAMMED', 'jam'],
    ['SANE_STATUS_COVER_OPEN', 'cover-open'],
    ['SANE_STATUS_NO_DOCS', 'feeder-empty'],
    ['SANE_STATUS_IO_ERROR', 'device-failed'],
    ['SANE_STATUS_DEVICE_BUSY', 'busy'],
  ])('that ends with %s is told as %s', async (status, told) => {
    const scanner = (await virtualScanner(status)).open('test:0');
    const { pages, stop } = await scanAll(scanner, { ...settings, paper: 'largest' });
    expect([pages.length, stop]).toEqual([0, told]);
  });

  it('whose backend never lets go of it is told by what was said last', async () => {
    const scanner = await stubbornScanner(`echo 'scanimage: sane_read: Document feeder jammed' >&2`);
    expect((await scanAll(scanner, { ...settings, paper: 'largest' })).stop).toBe('jam');
  });

  it('that hears no interrupt is killed when the scan is stopped', async () => {
    const scanner = await stubbornScanner('true');
    const stopped = AbortSignal.timeout(500);
    await expect(scanAll(scanner, { ...settings, paper: 'largest' }, stopped)).rejects.toThrow('aborted');
  });

  it('draws in no sheet before the one before was taken, and stops when it is left', async () => {
    const scanner = (await virtualScanner()).open('test:0');
    const folder = await scratchFolder();
    const wanted = { ...settings, paper: 'largest' } as const;
    let pages = 0;
    for await (const page of scanner.scan({ settings: wanted, folder, signal: never() })) {
      pages += 1;
      await new Promise((resolve) => setTimeout(resolve, 200));
      await expect(readFile(join(folder, `${pages + 1}.tiff`))).rejects.toThrow('ENOENT');
      expect(page.path).toBe(join(folder, `${pages}.tiff`));
      if (pages === 2) break;
    }
    expect(pages).toBe(2);
  });

  it('that does not exist is told as unreachable, and paper that does not fit as not supported', async () => {
    const driver = await virtualScanner();
    expect((await scanAll(driver.open('test:9'), settings)).stop).toBe('unreachable');
    expect((await scanAll(driver.open('test:0'), { ...settings, paper: 'a3' })).stop).toBe('not-supported');
  });

  it('needs scanimage, and says so', async () => {
    const driver = createSaneDriver({ command: 'scanimage-that-is-not-there' });
    await expect(driver.discover(never())).rejects.toMatchObject({ code: 'driver-missing' });
    expect((await scanAll(driver.open('test:0'), settings)).stop).toBe('driver-missing');
  });
});
