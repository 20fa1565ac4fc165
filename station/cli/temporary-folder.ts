import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `work` in the given folder, or in a new one that is removed afterwards when none is given. */
export async function inFolder<Result>(
  given: string | undefined,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  if (given !== undefined) return await work(given);
  const folder = await mkdtemp(join(tmpdir(), 'tabularium-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
