import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkerRequest, WorkerResponse } from '../../../ocr/model/result.ts';
import { createPagePool, type PagePool } from '../../../ocr/worker/pool.ts';
import { makePile } from '../../../tools/samples/pile.ts';
import { openWorkshop } from '../../../tools/samples/workshop.ts';

const resources = join(import.meta.dirname, '../../../resources');
const entry = fileURLToPath(new URL('../../fixtures/workers/unruly-engine.ts', import.meta.url));

let folder: string;
let page: string;
/** One for all: a worker that fails leaves the next test with another. */
let pool: PagePool;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-isolation-'));
  const plans = [{ kind: 'form', formId: 'accesso-atti', hand: 'typed', damage: 'none', upsideDown: false }] as const;
  const options = { seed: 'isolation', format: 'png', face: undefined, dpi: 200 } as const;
  const { documents } = await makePile(await openWorkshop(resources), plans, folder, options);
  page = join(folder, documents[0]?.pages[0]?.file ?? '');
  pool = createPagePool({ workers: 1, entry, deadlineMs: 4 * (await usualMs()), memoryLimitMb: 1500 });
});

afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

describe('an engine that fails costs one page', () => {
  it.each([
    ['crashes its process', 'crash'],
    ['throws', 'reject'],
    ['gives its network a shape that it refuses', 'network'],
    ['answers with something else than a reading', 'wrong-shape'],
    ['is sure by no number', 'no-number'],
  ])('when it %s', async (_, behaviour) => {
    const [failed, next] = await readTwo(behaviour);
    expect(failed).toMatchObject({ kind: 'failed', failure: { code: 'worker-crashed' } });
    expect(textsOf(next)).toContain('A');
  });

  it('when it never returns: its process is killed at the deadline', async () => {
    const [failed, next] = await readTwo('hang');
    expect(failed).toMatchObject({ kind: 'failed', failure: { code: 'deadline-exceeded' } });
    expect(textsOf(next)).toContain('A');
  });

  it.skipIf(process.platform !== 'linux')('when it takes memory without end: it is killed at the limit', async () => {
    const [failed, next] = await readTwo('hoard');
    expect(failed).toMatchObject({ kind: 'failed', failure: { code: 'out-of-memory' } });
    expect(textsOf(next)).toContain('A');
  });
});

/** Reads the page with the engine misbehaving, and once more with the engine at its best. */
async function readTwo(behaviour: string): Promise<WorkerResponse[]> {
  return [await pool.run(asked(behaviour)), await pool.run(asked('work'))];
}

/** What a fresh worker takes for the page on this machine, with what else it does. */
async function usualMs(): Promise<number> {
  const fresh = createPagePool({ workers: 1, entry, deadlineMs: 60_000 });
  const startedAt = performance.now();
  await fresh.run(asked('work'));
  const takenMs = performance.now() - startedAt;
  await fresh.close();
  return takenMs;
}

function asked(name: string): WorkerRequest {
  const forms = [join(resources, 'forms', 'accesso-atti')];
  return { kind: 'read', path: page, name, index: 0, forms, settings: { language: 'ita', mode: 'auto' } };
}

function textsOf(response: WorkerResponse | undefined): string[] {
  if (response?.kind !== 'read') throw new Error(`unexpected answer: ${JSON.stringify(response)}`);
  return response.reading.zones.flatMap((zone) => (zone.kind === 'text' ? [zone.reading.text] : []));
}
