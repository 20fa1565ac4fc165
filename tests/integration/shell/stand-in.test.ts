import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireSingleInstanceLock } from '../../stand-in/single-instance.ts';
import { utilityProcess } from '../../stand-in/utility-process.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabularium-stand-in-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Starts a module written for Electron's utility process. */
async function forkModule(source: string, ...values: string[]) {
  const path = join(folder, 'module.mjs');
  await writeFile(path, source);
  return utilityProcess.fork(path, values, { serviceName: 'test' });
}

const nextMessage = (child: { once(name: string, listener: (message: unknown) => void): unknown }) =>
  new Promise((resolve) => child.once('message', resolve));
const exitOf = (child: { once(name: string, listener: (code: number) => void): unknown }) =>
  new Promise((resolve) => child.once('exit', resolve));

describe('a utility process', () => {
  it('speaks over parentPort, structured values included, and ends with its exit code', async () => {
    const child = await forkModule(
      `
      process.parentPort.on('message', ({ data }) => {
        process.parentPort.postMessage({ arguments: process.argv.slice(2), keys: [...data.keys()] });
        setImmediate(() => process.exit(7));
      });
    `,
      '--first',
    );
    const answered = nextMessage(child);
    const ended = exitOf(child);
    child.postMessage(new Map([['key', 1]]));
    expect(await answered).toEqual({ arguments: ['--first'], keys: ['key'] });
    expect(await ended).toBe(7);
    expect(child.pid).toBeUndefined();
  });

  it('gets what was sent before it listened', async () => {
    const child = await forkModule(`
      await new Promise((resolve) => setTimeout(resolve, 100));
      process.parentPort.on('message', ({ data }) => process.parentPort.postMessage(data));
    `);
    const answered = nextMessage(child);
    child.postMessage({ early: true });
    expect(await answered).toEqual({ early: true });
    const ended = exitOf(child);
    child.kill();
    expect(await ended).toBe(1);
  });
});

describe('the lock of a single instance', () => {
  it('is refused to a second holder, who tells the first its command line', async () => {
    const told = Promise.withResolvers<string[]>();
    const first = acquireSingleInstanceLock(folder, (argv) => told.resolve(argv));
    const second = acquireSingleInstanceLock(folder, () => undefined);
    expect(second).toBeNull();
    expect(await told.promise).toEqual(process.argv);
    first?.release();
    const third = acquireSingleInstanceLock(folder, () => undefined);
    expect(third).not.toBeNull();
    third?.release();
  });

  it('is taken over from a process that is gone', async () => {
    await writeFile(join(folder, 'SingletonLock'), '999999999');
    const lock = acquireSingleInstanceLock(folder, () => undefined);
    expect(lock).not.toBeNull();
    lock?.release();
  });
});
