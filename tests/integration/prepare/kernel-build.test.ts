import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { expect, test } from 'vitest';

const folder = new URL('../../../ocr/prepare/kernel/', import.meta.url);

/** The compiler takes two seconds of a processor of its own, and many times that beside other work. */
const compilingMs = 120_000;

test('the committed image kernel is what its sources compile to', { timeout: compilingMs }, async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'kernel-'));
  try {
    const built = join(temporary, 'kernel.wasm');
    const config = fileURLToPath(new URL('asconfig.json', folder));
    const { error } = await asc.main(['--config', config, '--outFile', built]);
    expect(error).toBeNull();
    expect((await readFile(built)).equals(readFileSync(new URL('kernel.wasm', folder)))).toBe(true);
  } finally {
    await rm(temporary, { recursive: true });
  }
});
