import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createNaps2Driver } from '../../../station/capture/scanners/naps2/driver.ts';
import type { Tool } from '../../../station/capture/scanners/run-tool.ts';
import { createWiaDriver } from '../../../station/capture/scanners/wia/driver.ts';
import { feeder, never, scanAll, scratchFolder } from './support.ts';

const standIn = fileURLToPath(new URL('../../fixtures/scanners/windows-tools.mjs', import.meta.url));

/** A program that answers as PowerShell or NAPS2 would: so many pages, then this end. */
async function tool(kind: 'wia' | 'naps2', pages = 0, end = '80210003'): Promise<Tool> {
  const folder = await scratchFolder();
  const picture = join(folder, 'page.png');
  await sharp({ create: { width: 60, height: 80, channels: 3, background: '#fff' } })
    .png()
    .toFile(picture);
  const command = join(folder, 'tool');
  await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${standIn}" "$@"\n`);
  await chmod(command, 0o755);
  const environment = { TOOL_KIND: kind, TOOL_PAGES: String(pages), TOOL_END: end, TOOL_PICTURE: picture };
  return { command, environment };
}

describe('a scanner of Windows (WIA)', () => {
  it('is found and tells what it can do', async () => {
    const driver = createWiaDriver(await tool('wia'));
    const [device] = await driver.discover(never());
    expect(device).toEqual({ driver: 'wia', address: '{id}\\0000', name: 'Scanner A' });
    const { sources } = await driver.open(device?.address ?? '').capabilities(never());
    expect(sources.map(({ source, duplex }) => [source, duplex])).toEqual([
      ['flatbed', false],
      ['feeder', false],
      ['feeder', true],
    ]);
    expect(sources[0]?.resolutionsDpi).toContain(300);
  });

  it('gives every page and then the good end', async () => {
    const { pages, stop } = await scanAll(createWiaDriver(await tool('wia', 3)).open('a'));
    expect([pages.length, stop]).toEqual([3, null]);
    expect(pages[0]).toMatchObject({ format: 'png', widthPx: 60, heightPx: 80 });
  });

  it('gives one page from the glass', async () => {
    const wanted = { ...feeder, source: 'flatbed' } as const;
    const { pages, stop } = await scanAll(createWiaDriver(await tool('wia', 3)).open('a'), wanted);
    expect([pages.length, stop]).toEqual([1, null]);
  });

  it.each([
    ['80210002', 1, 'jam'],
    ['80210016', 1, 'cover-open'],
    ['80210020', 1, 'double-feed'],
    ['80210006', 0, 'busy'],
    ['80210003', 0, 'feeder-empty'],
    ['8000ffff', 0, 'device-failed'],
  ])('that ends with %s after %i pages is told as %s', async (code, count, told) => {
    const { pages, stop } = await scanAll(createWiaDriver(await tool('wia', count, code)).open('a'));
    expect([pages.length, stop]).toEqual([count, told]);
  });
});

describe('a scanner of NAPS2', () => {
  it('is found, and gives its pages in order', async () => {
    const driver = createNaps2Driver(await tool('naps2', 12));
    expect((await driver.discover(never())).map(({ name }) => name)).toEqual(['Scanner A', 'Scanner B']);
    const { pages, stop } = await scanAll(driver.open('Scanner A'));
    expect([pages.length, stop]).toEqual([12, null]);
    expect(pages[9]?.path.endsWith('0010.png')).toBe(true);
  });

  it('keeps the pages that came before it failed', async () => {
    const { pages, stop } = await scanAll(createNaps2Driver(await tool('naps2', 2, 'failed')).open('a'));
    expect([pages.length, stop]).toEqual([2, 'device-failed']);
    expect((await scanAll(createNaps2Driver(await tool('naps2', 0)).open('a'))).stop).toBe('feeder-empty');
  });

  it('needs the program, and says so', async () => {
    const driver = createNaps2Driver({ command: 'NAPS2-that-is-not-there' });
    await expect(driver.discover(never())).rejects.toMatchObject({ code: 'driver-missing' });
  });
});
