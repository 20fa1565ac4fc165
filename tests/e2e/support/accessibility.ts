import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** Fails when axe finds anything on the present screen. */
export async function expectAccessible(window: Page, name: string): Promise<void> {
  // It stays in the document until that is loaded anew, and takes about as long to come in as to look.
  const isThere = await window.evaluate(() => Reflect.has(window, 'axe'));
  if (!isThere) await window.evaluate(await readFile(axePath, 'utf8'));
  const results: AxeResults = await window.evaluate(
    (tags) => Reflect.get(window, 'axe').run(document, { runOnly: tags, resultTypes: ['violations'] }),
    rules,
  );
  const found = results.violations.map(({ id, nodes }) => ({ id, on: nodes.map(({ html }) => html) }));
  expect(found, `what axe finds on ${name}`).toEqual([]);
}
