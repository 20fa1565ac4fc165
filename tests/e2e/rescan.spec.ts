import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './prepared/test.ts';
import { beginAs } from './support/begin.ts';
import { openBatch, openTask, people } from './support/people.ts';
import { checkScreen } from './support/screens.ts';

const batch = 'Accessi agli atti, busta 7';
const surname = '/richiedente/cognome';

test.use({
  recipe: { people: [people.administrator, people.clerk], batch, documents: 3, doubtful: [surname] },
});

test('a page that cannot be used goes back to the scanner by keyboard, and its document comes back', async ({
  app,
  folder,
}) => {
  const { window } = app;
  await beginAs(window, people.clerk);
  await openBatch(window, batch);
  const rows = window.getByRole('table', { name: 'Documenti' }).getByRole('row');
  const attention = window.getByRole('region', { name: 'Richiede attenzione' });
  const source = window.locator('[data-source]');
  const dialog = window.getByRole('dialog', { name: 'Una pagina va acquisita di nuovo' });

  await test.step('one key and the reason, and the next document is there', async () => {
    await openTask(window, 'Verifica');
    await expect(window.getByRole('textbox', { name: 'Cognome' })).toBeFocused();
    await expect(source).toHaveText('0001.jpg');
    await window.keyboard.press('F12');
    await expect(dialog.getByRole('radio', { name: /tagliata/ })).toBeFocused();
    await checkScreen(window, 'rescan-dialog');
    await window.keyboard.press('2');
    await window.keyboard.press('Enter');
    await expect(source).toHaveText('0002.jpg');
    await expect(window.getByRole('textbox', { name: 'Cognome' })).toBeFocused();
    await expect(window.locator('main')).toContainText('2 in attesa');
  });

  await test.step('another reason is written', async () => {
    await window.keyboard.press('F12');
    await expect(dialog.getByRole('radio', { name: /tagliata/ })).toBeFocused();
    await window.keyboard.press('5');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(dialog).toContainText('Scrivi che cosa non va.');
    await window.keyboard.type('macchia di caffè');
    await window.keyboard.press('Enter');
    await expect(source).toHaveText('0003.jpg');
  });

  await test.step('the batch tells what waits for its paper, and why', async () => {
    await window.getByRole('link', { name: batch }).press('Enter');
    await expect(attention).toContainText('2 documenti da acquisire di nuovo');
    await expect(attention).toContainText('pagina 1: piegata (Bruno Sala)');
    await expect(attention).toContainText('pagina 1: macchia di caffè (Bruno Sala)');
    await expect(rows.nth(1)).toContainText('da acquisire di nuovo');
    await checkScreen(window, 'rescan-batch');
  });

  await test.step('a new picture takes the place of the page, and the document comes back to be verified', async () => {
    const anew = join(folder, 'nuova.jpg');
    await writeFile(anew, Buffer.concat([await readFile(join(folder, 'pile', '0001.jpg')), Buffer.from('anew')]));
    await app.answerDialog([anew]);
    await attention.getByRole('button', { name: 'Sostituisci con un file: documento 1' }).press('Enter');
    await expect(attention).toContainText('1 documento da acquisire di nuovo', { timeout: 120_000 });
    await expect(rows.nth(1)).toContainText(/letto|verificato/);
  });

  await test.step('where the paper is no better the document is verified anyway', async () => {
    await attention.getByRole('link', { name: 'Mostra nella pila: documento 2' }).press('Enter');
    await expect(window.getByRole('img', { name: 'Pagina 2' })).toBeVisible();
    await openBatch(window, batch);
    await attention.getByRole('button', { name: 'Verifica comunque: documento 2' }).press('Enter');
    await expect(source).toHaveText('0002.jpg');
    await expect(window.getByRole('textbox', { name: 'Cognome' })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: 'Concludi e vai al successivo' })).toBeFocused();
  });
});
