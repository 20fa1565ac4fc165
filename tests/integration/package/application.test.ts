import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFuses } from '../../../tools/package/fuses.ts';
import { linux } from '../../../tools/package/platforms.ts';
import { makeStubElectron } from '../../../tools/package/stub-electron.ts';
import { takeApart } from '../../../tools/package/take-apart.ts';
import { listApplication } from '../../../tools/package/tree.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabularium-application-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function packApplication(): Promise<string> {
  const source = join(folder, 'source');
  await mkdir(join(source, 'out', 'main'), { recursive: true });
  await writeFile(join(source, 'package.json'), '{}');
  await writeFile(join(source, 'out', 'main', 'index.js'), 'main');
  await writeFile(join(source, 'out', 'main', 'station.js'), 'station');
  const application = join(folder, 'application');
  await mkdir(join(application, 'resources', 'forms'), { recursive: true });
  await writeFile(join(application, 'resources', 'forms', 'form.json'), '{}');
  await writeFile(join(application, 'module.node'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]));
  await createPackageWithOptions(source, join(application, 'resources', 'app.asar'), { unpack: '**/station.js' });
  return application;
}

describe('a packaged application', () => {
  it('is listed through its archive, each file once, with what its bytes say', async () => {
    const files = listApplication(await packApplication());
    const paths = files.map(({ path }) => path).sort();
    expect(paths).toEqual([
      'module.node',
      'resources/app.asar',
      'resources/app.asar.unpacked/out/main/station.js',
      'resources/app.asar/out/main/index.js',
      'resources/app.asar/package.json',
      'resources/forms/form.json',
    ]);
    expect(files.find(({ path }) => path === 'module.node')?.binary).toBe('elf');
  });

  it('comes apart into plain files, what lay outside the archive included', async () => {
    const apart = takeApart(await packApplication());
    expect(await readFile(apart.entry, 'utf8')).toBe('main');
    expect(await readFile(join(apart.resources, 'app', 'out', 'main', 'station.js'), 'utf8')).toBe('station');
    expect(await readFile(join(apart.resources, 'forms', 'form.json'), 'utf8')).toBe('{}');
    apart.remove();
  });
});

describe('the stub for Electron', () => {
  it('has a fuse wire as Electron leaves the factory: not as this application wants it', async () => {
    await makeStubElectron(folder, linux, '45.4.1');
    const { problems } = checkFuses(join(folder, 'electron'));
    expect(problems).toContain('runAsNode should be on, the wire says 0');
  });

  it('is told apart from a program without fuses', async () => {
    await writeFile(join(folder, 'plain'), 'no fuses here');
    expect(checkFuses(join(folder, 'plain')).problems).toEqual(['no fuse wire in the executable']);
  });
});
