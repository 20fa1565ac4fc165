import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { WorkerRequest, WorkerResponse } from '../../../ocr/model/result.ts';
import { createPagePool, type PagePool, type PagePoolOptions } from '../../../ocr/worker/pool.ts';
import { scriptedWorker } from '../programs/programs.ts';
import { writeSources } from '../station/support/scripted-source.ts';

const unruly = fixture('unruly.ts');
const pools: PagePool[] = [];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('a worker that fails costs one request', () => {
  it.each(['crash', 'exit', 'throw', 'garbage', 'wrong-id'])('when it does %s', async (behaviour) => {
    const pool = openPool();
    expect(await pool.run(asked(behaviour))).toMatchObject({ kind: 'failed', failure: { code: 'worker-crashed' } });
    expect(await pool.run(asked('work'))).toMatchObject({ kind: 'inspected' });
  });

  it('when it never returns: it is killed at the deadline', async () => {
    const pool = openPool({ deadlineMs: 1500 });
    expect(await pool.run(asked('hang'))).toMatchObject({ kind: 'failed', failure: { code: 'deadline-exceeded' } });
    expect(await pool.run(asked('work'))).toMatchObject({ kind: 'inspected' });
  });

  it.skipIf(process.platform !== 'linux')('when it takes memory without end: it is killed at the limit', async () => {
    const pool = openPool({ memoryLimitMb: 300 });
    expect(await pool.run(asked('hoard'))).toMatchObject({ kind: 'failed', failure: { code: 'out-of-memory' } });
    expect(await pool.run(asked('work'))).toMatchObject({ kind: 'inspected' });
  });

  it('when its file does not exist', async () => {
    const pool = openPool({ entry: fixture('no-such-worker.ts') });
    expect(await pool.run(asked('work'))).toMatchObject({ kind: 'failed', failure: { code: 'worker-crashed' } });
  });

  it('and the other worker goes on meanwhile', async () => {
    const pool = openPool({ workers: 2, deadlineMs: 4000 });
    const hanging = pool.run(asked('hang'));
    const others = await Promise.all(Array.from({ length: 5 }, () => pool.run(asked('work'))));
    expect(others.map((response) => response.kind)).toEqual(Array(5).fill('inspected'));
    expect(await hanging).toMatchObject({ kind: 'failed' });
  });
});

describe('the pool', () => {
  it('keeps a worker from request to request and replaces it after its share', async () => {
    const pool = openPool({ recycleAfter: 2 });
    const pids: number[] = [];
    for (let count = 0; count < 4; count += 1) pids.push(pidOf(await pool.run(asked('work'))));
    expect(pids[1]).toBe(pids[0]);
    expect(pids[2]).not.toBe(pids[0]);
    expect(pids[3]).toBe(pids[2]);
  });

  it('leaves the modules of a worker compiled for the next one, where a folder is set for them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'compiled-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeSources(folder, { 'a.png': { pages: ['read'] } });
    const kept = join(folder, 'kept');
    vi.stubEnv('NODE_COMPILE_CACHE', kept);
    onTestFinished(() => void vi.unstubAllEnvs());
    const pool = openPool({ entry: scriptedWorker });
    await pool.run({ kind: 'inspect', path: join(folder, 'a.png'), name: 'a.png' });
    await vi.waitFor(() => expect(readdirSync(kept, { recursive: true }).length).toBeGreaterThan(1));
    await pool.close();
  });

  it('answers first in, first out, but urgent requests first', async () => {
    const pool = openPool();
    const order: string[] = [];
    const note = (name: string) => () => order.push(name);
    await Promise.all([
      pool.run(asked('work')).then(note('running')),
      pool.run(asked('work')).then(note('first')),
      pool.run(asked('work')).then(note('second')),
      pool.run(asked('work'), { urgent: true }).then(note('urgent')),
    ]);
    expect(order).toEqual(['running', 'urgent', 'first', 'second']);
  });

  it('leaves no process behind when closed, and answers what was still waiting', async () => {
    const pool = openPool({ workers: 1 });
    const pid = pidOf(await pool.run(asked('work')));
    const answers = [pool.run(asked('hang')), pool.run(asked('work'))];
    await pool.close();
    expect(isAlive(pid)).toBe(false);
    expect((await Promise.all(answers)).map((answer) => answer.kind)).toEqual(['failed', 'failed']);
    expect(await pool.run(asked('work'))).toMatchObject({ kind: 'failed' });
  });

  it.skipIf(!existsSync('/proc'))(
    'leaves no process behind when its own process is killed during endless work',
    async () => {
      const owner = fork(fixture('pool-owner.ts'), [], { execArgv: [] });
      const [message] = await once(owner, 'message');
      const workerPid = Number(message.workerPid);
      expect(isAlive(workerPid)).toBe(true);
      owner.kill('SIGKILL');
      await vi.waitFor(() => expect(isAlive(workerPid)).toBe(false), { timeout: 10_000, interval: 100 });
    },
  );
});

function openPool(options: Partial<PagePoolOptions> = {}): PagePool {
  const pool = createPagePool({ workers: 1, entry: unruly, deadlineMs: 20_000, ...options });
  pools.push(pool);
  return pool;
}

function asked(behaviour: string): WorkerRequest {
  return { kind: 'inspect', path: '/nowhere', name: behaviour };
}

/** The unruly worker answers with its process id in place of a width. */
function pidOf(response: WorkerResponse): number {
  if (response.kind !== 'inspected') throw new Error(`unexpected answer: ${response.kind}`);
  return response.pages[0]?.widthPx ?? 0;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A killed orphan stays in the table as a zombie for as long as the first process does not collect it.
  const status = `/proc/${pid}/status`;
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'latin1'));
}

function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/workers/${name}`, import.meta.url));
}
