import { expect } from '@playwright/test';
import { test } from './prepared/test.ts';
import { beginAs } from './support/begin.ts';
import { openBatch, people } from './support/people.ts';
import { checkScreen } from './support/screens.ts';

const batch = 'Accessi agli atti, armadio 3';
const documents = 200;
/** The station weighs 200 documents: about a second of work, much longer where others work on the same processors. */
const stationMs = 90_000;
/** Keys that mark out two snippets: the third, and the last of all far below. */
const markOut = ['ArrowRight', 'ArrowRight', 'Space', 'End', 'Space'];
const out = 2;

test.describe.configure({ timeout: process.env.PICTURES === undefined ? 300_000 : 600_000 });
test.use({
  recipe: { people: Object.values(people), batch, documents, doubtful: ['/richiedente/cognome'] },
});

test('the same doubt of 200 documents is confirmed with one key, but for those marked out', async ({ app }) => {
  const { window } = app;
  await beginAs(window, people.clerk);
  await openBatch(window, batch);

  await test.step('all 200 stand on one wall, which has the keys', async () => {
    await window.getByRole('link', { name: 'Verifica in gruppo' }).press('Enter');
    const wall = window.getByRole('listbox', { name: 'Ritagli letti come Cognome: SARACINO' });
    await wall.waitFor({ timeout: stationMs });
    await expect(wall).toBeFocused();
    await expect(wall.getByRole('option')).toHaveCount(documents);
    await expect(window.getByRole('button', { name: /^Conferma 200/ })).toBeVisible();
  });

  await test.step('two are marked out, and one key confirms the rest', async () => {
    for (const key of markOut) await window.keyboard.press(key);
    await expect(window.getByRole('button', { name: /^Conferma 198/ })).toBeVisible();
    await expect(window.locator('[data-current="true"]')).toBeInViewport();
    await checkScreen(window, 'groups-marked-out');
    const begun = performance.now();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('option')).toHaveCount(out, { timeout: stationMs });
    const ms = Math.round(performance.now() - begun);
    test.info().annotations.push({ type: 'grouped', description: `${documents - out} confirmed in ${ms} ms` });
    console.log(`${documents - out} snippets confirmed in ${ms} ms`);
    await expect(window.getByText('198 campi confermati. 198 documenti così conclusi.')).toBeAttached();
  });

  await test.step('the two that were marked out still wait, each with its document', async () => {
    await window.getByRole('link', { name: batch }).press('Enter');
    const rows = window.getByRole('table', { name: 'Documenti' }).getByRole('row');
    await expect(rows.nth(2)).toContainText('verificato');
    await expect(rows.nth(3)).toContainText('letto');
    await checkScreen(window, 'groups-after');
  });
});
