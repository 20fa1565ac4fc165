import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLogger } from '../../../station/logger.ts';
import { createAccount } from '../../../station/people/people.ts';
import { createSecrets } from '../../../station/people/secrets.ts';
import { findResources } from '../../../station/resources.ts';
import { openStation } from '../../../station/station.ts';
import { readTruth, type Truth } from '../../../tools/samples/truth.ts';
import { drawSamples } from '../reading/samples.ts';

/** The invented person who sits at the screen. */
export const operator = { name: 'Operatore di prova', secret: 'banco-di-prova' };

export const pileNames = ['typed', 'handwritten'] as const;
export type PileName = (typeof pileNames)[number];

export interface ReadPile {
  readonly name: PileName;
  readonly truth: Truth;
}

export interface ReadPiles {
  /** User data folder of the application; the workstation is in it. */
  readonly folder: string;
  readonly piles: readonly ReadPile[];
}

/**
 * Draws a pile of typed and a pile of handwritten forms, half of the documents each, and has a workstation read both: the
 * work as it lies before the operator. A folder that was made before by the same call is used again.
 */
export async function readPiles(folder: string, documents: number, seed: string): Promise<ReadPiles> {
  const piles: ReadPile[] = [];
  const made = existsSync(join(folder, 'workstation'));
  for (const [position, name] of pileNames.entries()) {
    const count = position === 0 ? Math.ceil(documents / 2) : Math.floor(documents / 2);
    const samples = join(folder, name);
    if (count === 0) continue;
    if (!made) await drawSamples(samples, count, `operator ${seed} ${name}`, ['--hand', name]);
    piles.push({ name, truth: await readTruth(samples) });
  }
  if (!made) await readAll(folder, piles);
  return { folder, piles };
}

async function readAll(folder: string, piles: readonly ReadPile[]): Promise<void> {
  const station = await openStation({
    folder: join(folder, 'workstation'),
    resources: findResources(fileURLToPath(new URL('../../../resources', import.meta.url))),
    clock: () => new Date(),
    logger: createLogger('warn'),
  });
  try {
    station.start();
    const { id } = await createAccount(station.store, createSecrets(), null, {
      ...operator,
      role: 'administrator',
      seesSpecialCategories: true,
    });
    for (const { name, truth } of piles) {
      const paths = truth.documents.flatMap(({ pages }) => pages.map(({ file }) => join(folder, name, file)));
      await station.idle(station.createBatch({ name, profileId: 'general', paths, actor: id }));
    }
  } finally {
    await station.close();
  }
}
