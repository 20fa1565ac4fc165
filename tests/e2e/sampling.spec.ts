import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './prepared/test.ts';
import { beginAs } from './support/begin.ts';
import { openBatch, openTask, people, switchByKeyboard } from './support/people.ts';
import { checkScreen } from './support/screens.ts';

const batch = 'Accessi agli atti, busta 7';
const surname = '/richiedente/cognome';

test.use({
  recipe: {
    ...{ people: Object.values(people), batch, documents: 3, doubtful: [] },
    samples: [{ document: 0, pointer: surname, kind: 'surname' }],
    approved: [1],
  },
});

test('a sample that the machine had wrong sends the batch back by itself', async ({ app, folder }) => {
  const { window } = app;
  await beginAs(window, people.clerk);
  await openBatch(window, batch);
  const rows = window.getByRole('table', { name: 'Documenti' }).getByRole('row');

  await test.step('one document is approved already', async () => {
    await expect(rows.nth(2)).toContainText('approvato');
  });

  await test.step('a sample is asked like any doubt, and corrected', async () => {
    await openTask(window, 'Verifica');
    await expect(window.getByRole('textbox', { name: 'Cognome' })).toBeFocused();
    await expect(window.locator('main')).not.toContainText(/campion/i);
    await window.keyboard.press('ControlOrMeta+A');
    await window.keyboard.type('SARACENI');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: 'Concludi e vai al successivo' })).toBeFocused();
    await window.keyboard.press('Enter');
  });

  await test.step('every surname of the batch is asked, with the reason, in the approved document too', async () => {
    await expect(window.locator('[data-source]')).not.toHaveText('0001.jpg');
    await expect(window.getByRole('textbox', { name: 'Cognome' })).toBeFocused();
    await window.getByRole('link', { name: batch }).press('Enter');
    await expect(rows.nth(2)).toContainText('in verifica');
    await expect(rows.nth(2)).toContainText('troppi errori');
    await checkScreen(window, 'sampling-returned');
  });

  await test.step('the supervisor sees what was sent back, and why', async () => {
    await switchByKeyboard(window, people.supervisor);
    await window.getByRole('link', { name: 'Andamento' }).press('Enter');
    await window.getByRole('heading', { name: 'Andamento' }).waitFor();
    await checkScreen(window, 'sampling-oversight');
  });

  await test.step('and takes the figures along as a table', async () => {
    const file = join(folder, 'errori.csv');
    await app.answerDialog([file]);
    await window
      .getByRole('button', { name: /^Salva in CSV: / })
      .first()
      .press('Enter');
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain(';');
  });
});
