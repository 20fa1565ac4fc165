import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findResources } from '../../../../station/resources.ts';
import { putEarlierWeights } from '../../../../tools/train/lines/earlier-weights.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabularium-earlier-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('what an earlier training left', () => {
  it('is the weights and the biases of every convolution, the last of which tells letters apart', async () => {
    const path = await putEarlierWeights('lines', join(findResources().root, 'models'), folder);
    const { alphabet, shapes } = JSON.parse(await readFile(path, 'utf8'));
    expect(shapes[0]).toEqual([16, 1, 3, 3]);
    expect(shapes.at(-1)[0]).toBe(alphabet.length + 1);
    const numbers = shapes.flatMap((shape: number[]) => [shape.reduce((a, b) => a * b), shape[0] ?? 0]);
    const bytes = 4 * numbers.reduce((a: number, b: number) => a + b);
    expect((await stat(join(folder, 'earlier.bin'))).size).toBe(bytes);
  });

  it('is missed where a folder holds no network', async () => {
    await expect(putEarlierWeights('lines', folder, folder)).rejects.toThrow('lines.json');
  });
});
