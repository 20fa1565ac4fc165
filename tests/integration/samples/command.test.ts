import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTruth } from '../../../tools/samples/truth.ts';

const command = join(import.meta.dirname, '../../../tools/samples/main.ts');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-command-'));
});
afterAll(() => rm(folder, { recursive: true }));

function samples(...options: string[]) {
  return spawnSync(process.execPath, [command, '--out', folder, ...options], { encoding: 'utf8' });
}

describe('the samples command', () => {
  it('makes what the options say', async () => {
    const { status } = samples(
      ...['--count', '1', '--form', 'accesso-atti', '--hand', 'handwritten', '--face', 'kalam', '--damage', 'none'],
      ...['--dpi', '200', '--upside-down', '1'],
    );
    expect(status).toBe(0);
    const { documents } = await readTruth(folder);
    expect(documents).toMatchObject([
      {
        form: 'accesso-atti@1.0.0',
        hand: 'handwritten',
        face: 'kalam',
        pages: [{ rotationDeg: 180, damage: { dpi: 200 } }],
      },
    ]);
  });

  it('names the forms there are when asked for another', () => {
    const { status, stderr } = samples('--form', 'tari');
    expect(status).toBe(1);
    expect(stderr).toMatch(/no form tari; there are dichiarazione-residenza, accesso-atti/);
  });

  it('says which option is wrong', () => {
    const { status, stderr } = samples('--count', 'ten');
    expect(status).toBe(1);
    expect(stderr).toMatch(/count/);
  });
});
