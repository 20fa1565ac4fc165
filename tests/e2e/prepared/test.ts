import { test as base } from '../fixtures/app.ts';
import { prepareWork } from './prepare-work.ts';
import type { Recipe } from './recipe.ts';

interface PreparedFixtures {
  /** What lies ready when the application starts. */
  readonly recipe: Recipe | null;
}

/** What people do by keyboard for minutes. */
const leastMs = 240_000;

/** Tests that begin with work that lies ready: people, and a batch whose pages count as read. */
export const test = base.extend<PreparedFixtures>({
  recipe: [null, { option: true }],
  folder: async ({ folder, recipe }, use, testInfo) => {
    testInfo.setTimeout(Math.max(testInfo.timeout, leastMs));
    if (recipe === null) throw new Error('a prepared test names its recipe');
    prepareWork(folder, recipe);
    await use(folder);
  },
});
