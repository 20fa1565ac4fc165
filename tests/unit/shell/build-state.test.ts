import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuildStale } from '../../../tools/shell/build-state.ts';

let checkout = '';
const outputs = ['out/main/index.js', 'out/main/station.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

async function writeAt(path: string, second: number): Promise<void> {
  const file = join(checkout, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, path);
  await utimes(file, second, second);
  await utimes(dirname(file), 1, 1);
}

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'tabularium-build-state-'));
  await writeAt('electron/main.ts', 10);
  for (const path of outputs) await writeAt(path, 20);
});
afterEach(() => rm(checkout, { recursive: true }));

describe('the built bundles', () => {
  it('are kept while no source is newer', () => {
    expect(isBuildStale(checkout)).toBe(false);
  });

  it('are stale when a source changed', async () => {
    await writeAt('renderer/app/App.tsx', 30);
    expect(isBuildStale(checkout)).toBe(true);
  });

  it('are stale when a source was removed', async () => {
    await utimes(join(checkout, 'electron'), 30, 30);
    expect(isBuildStale(checkout)).toBe(true);
  });

  it('are stale when one of them is missing', async () => {
    await rm(join(checkout, 'out/main/station.js'));
    expect(isBuildStale(checkout)).toBe(true);
  });
});
