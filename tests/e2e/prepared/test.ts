import { test as base } from '../fixtures/app.ts';
import { prepareWork } from './prepare-work.ts';
import type { Recipe } from './recipe.ts';

interface PreparedFixtures {
  /** What lies ready when the application starts. */
  readonly recipe: Recipe | null;
}

/** Tests that begin with work that lies ready: people, and a batch whose pages count as read. */
export const test = base.extend<PreparedFixtures>({
  recipe: [null, { option: true }],
  folder: async ({ folder, recipe }, use) => {
    if (recipe === null) throw new Error('a prepared test names its recipe');
    prepareWork(folder, recipe);
    await use(folder);
  },
});
