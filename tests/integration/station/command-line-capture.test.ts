import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { type MockScanner, startMockScanner } from '../../fixtures/scanners/escl/mock-scanner.ts';
import { temporaryFolder } from './support/test-station.ts';

const program = fileURLToPath(new URL('../../../bin/tabularium.mjs', import.meta.url));
const scanners: MockScanner[] = [];

afterEach(async () => {
  for (const scanner of scanners.splice(0)) await scanner.close();
});

async function mockScanner(...options: Parameters<typeof startMockScanner>): Promise<MockScanner> {
  const scanner = await startMockScanner(...options);
  scanners.push(scanner);
  return scanner;
}

/** Pages that are soon drawn and looked at: these tests are about the pile, and the workers begin to read it meanwhile. */
const coarse = ['--resolution', '100'];

/** Runs `tabularium scan --json` on a workstation folder and gives its exit code and result. */
async function scan(folder: string, ...args: string[]) {
  const all = [program, 'scan', '--data', join(folder, 'station'), '--json', ...args];
  return await new Promise<{ code: unknown; view: unknown; notices: string }>((resolve) => {
    execFile(process.execPath, all, { env: { ...process.env, LC_ALL: 'C' } }, (error, result, notices) =>
      resolve({ code: error === null ? 0 : error.code, view: result === '' ? null : JSON.parse(result), notices }),
    );
  });
}

describe('tabularium scan', () => {
  it('feeds a batch until the feeder is empty and finishes it', async () => {
    const folder = await temporaryFolder();
    const scanner = await mockScanner({ sheets: ['1', '2', '3'] });
    const { code, view } = await scan(folder, '--device', scanner.address, ...coarse, '--sheets', '3');
    expect({ code, view }).toMatchObject({ code: 0, view: { state: 'finished', sheets: 3, pages: 6 } });
  });

  it('ends with 2 at a jam, tells why, and goes on with --resume', async () => {
    const folder = await temporaryFolder();
    const scanner = await mockScanner({ sheets: ['1', '2', '3'], faults: [{ side: 3, kind: 'jam' }] });
    const stopped = await scan(folder, '--device', scanner.address, ...coarse);
    expect(stopped).toMatchObject({ code: 2, view: { state: 'stopped', stop: { code: 'jam' }, sheets: 1, pages: 2 } });
    scanner.layBack('2');
    const batchId = Reflect.get(Object(stopped.view), 'batchId');
    const resumed = await scan(folder, '--resume', String(batchId));
    expect(resumed).toMatchObject({ code: 0, view: { state: 'finished', sheets: 3, pages: 6 } });
  });

  it('ends with 2 when other sheets came than were counted', async () => {
    const folder = await temporaryFolder();
    const scanner = await mockScanner({ sheets: ['1', '2'] });
    const { code, view } = await scan(folder, '--device', scanner.address, ...coarse, '--sheets', '5');
    expect({ code, view }).toMatchObject({ code: 2, view: { state: 'stopped', sheets: 2, expectedSheets: 5 } });
  });

  it('says which values an option takes', async () => {
    const { code, notices } = await scan(await temporaryFolder(), '--device', 'http://192.0.2.7', '--paper', 'a9');
    expect(code).toBe(1);
    expect(notices).toContain('largest');
  });
});

describe('tabularium watch', () => {
  it('takes whole files out of the folder until it is stopped', async () => {
    const folder = await temporaryFolder();
    const hot = join(folder, 'scanner');
    await mkdir(hot);
    const page = sharp({ create: { width: 200, height: 280, channels: 3, background: 'white' } });
    await writeFile(join(hot, 'pila.png'), await page.png().toBuffer());
    const child = spawn(process.execPath, [program, 'watch', hot, '--data', join(folder, 'station'), '--json']);
    const output: string[] = [];
    child.stdout.on('data', (text) => output.push(String(text)));
    while (await isThere(hot, 'pila.png')) await setTimeout(200);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect({ code, result: JSON.parse(output.join('')) }).toEqual({ code: 0, result: { taken: 1, troubles: [] } });
  });

  it('refuses what is no folder', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    const told = async (name: string) => {
      const child = spawn(process.execPath, [program, 'watch', join(folder, name), '--data', folder]);
      const output: string[] = [];
      child.stderr.on('data', (text) => output.push(String(text)));
      expect(await once(child, 'close')).toEqual([1, null]);
      return output.join('');
    };
    expect(await told('nowhere')).toMatch(/nowhere[”»].*(not there|non c’è)/);
    expect(await told('file')).toMatch(/file[”»].*(not a folder|non una cartella)/);
  });
});

async function isThere(folder: string, name: string): Promise<boolean> {
  return (await readdir(folder)).includes(name);
}
