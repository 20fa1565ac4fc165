import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Recipe } from './recipe.ts';

/** Prepares the workstation of a user data folder in a process of its own, as the application will find it. */
export function prepareWork(folder: string, recipe: Recipe): void {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), folder, JSON.stringify(recipe)], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`preparing the work ended with ${run.status}: ${run.stderr}`);
}
