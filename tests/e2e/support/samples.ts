import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTruth, type TruthDocument } from '../../../tools/samples/truth.ts';

const maker = join(import.meta.dirname, '..', '..', '..', 'tools', 'samples', 'main.ts');

export interface Pile {
  readonly folder: string;
  readonly documents: readonly TruthDocument[];
}

/** Makes a pile of sample forms, with one file twice and one that is no picture. */
export async function makePile(folder: string, count: number, seed: number): Promise<Pile> {
  const made = join(folder, 'made');
  const pile = join(folder, 'scatola 4');
  const run = spawnSync(process.execPath, [maker, '--count', String(count), '--seed', String(seed), '--out', made]);
  if (run.status !== 0) throw new Error(`the sample maker ended with ${run.status}: ${run.stderr}`);
  const { documents } = await readTruth(made);
  const files = documents.flatMap(({ pages }) => pages.map(({ file }) => file));
  await mkdir(pile);
  for (const file of files) await copyFile(join(made, file), join(pile, file));
  const [first] = files;
  if (first !== undefined) await copyFile(join(made, first), join(pile, `copia di ${first}`));
  await writeFile(join(pile, 'appunti.pdf'), 'questo non è un PDF');
  return { folder: pile, documents };
}
