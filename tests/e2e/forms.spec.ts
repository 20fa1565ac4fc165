import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './prepared/test.ts';
import { beginAs } from './support/begin.ts';
import { people, switchByKeyboard } from './support/people.ts';
import { checkScreen, lookAtScreen } from './support/screens.ts';

const shipped = join(import.meta.dirname, '..', '..', 'resources', 'forms', 'accesso-atti');
const name = 'Richiesta di accesso agli atti';

test.use({
  recipe: {
    ...{ people: [people.administrator, people.clerk], batch: 'Accessi agli atti, busta 9' },
    ...{ documents: 2, doubtful: ['/richiedente/cognome'] },
  },
});

test('a form and a list are added while the station runs, and a form is retired, by keyboard', async ({
  app,
  folder,
}) => {
  const { window } = app;
  await beginAs(window, people.administrator);
  await openForms(window);
  const dialog = window.getByRole('dialog', { name: 'Aggiungi un modulo' });
  const told = window.getByRole('main').getByRole('status');
  const edition = await writeEdition(join(folder, 'accesso-atti-nuovo'));

  await test.step('a package with faults is told fault by fault, and nothing of it is taken in', async () => {
    await rewrite(join(edition, 'form.json'), '"1.1.0"', '"nuova"');
    await app.answerDialog([edition]);
    await window.keyboard.press('F4');
    await expect(dialog.getByRole('button', { name: 'Scegli una cartella…' })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Nulla è stato installato');
    await expect(dialog.getByRole('cell', { name: 'form.json#/version' })).toBeVisible();
    await checkScreen(window, 'form-faulty');
  });

  await test.step('put right it is shown with its page, and Enter takes it in', async () => {
    await rewrite(join(edition, 'form.json'), '"nuova"', '"1.1.0"');
    await app.answerDialog([edition]);
    await expect(dialog.getByRole('button', { name: 'Scegli una cartella…' })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Installa questo modulo' })).toBeFocused();
    await lookAtScreen(window, 'form-add');
    await window.keyboard.press('Enter');
    await expect(told).toContainText(`${name}, versione 1.1.0, è installato.`);
    await expect(window.getByRole('row').filter({ hasText: '1.1.0' })).toContainText('da Ada Moretti');
  });

  await test.step('the version before is retired and says so', async () => {
    await window.getByRole('button', { name: `Ritira ${name}, versione 1.0.0` }).press('Enter');
    await expect(window.getByRole('button', { name: 'Annulla' })).toBeFocused();
    await checkScreen(window, 'form-retire');
    await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await expect(told).toHaveText(`${name}, versione 1.0.0, è ritirato.`);
    await expect(window.getByRole('button', { name: `Rimetti in uso ${name}, versione 1.0.0` })).toBeFocused();
    await expect(window.getByRole('row').filter({ hasText: '1.0.0' }).filter({ hasText: name })).toContainText(
      'Ritirato',
    );
  });

  await test.step('a list that is none is refused with its line, and one that is comes in', async () => {
    const list = join(folder, 'stradario.csv');
    await writeFile(list, 'COMUNE;VIA\nZ999;Via dei Tigli\n');
    await app.answerDialog([list]);
    await window.getByRole('button', { name: 'Aggiungi lo stradario…' }).press('Enter');
    await expect(window.getByRole('alert')).toContainText('riga 1: manca una colonna ODONIMO');
    await checkScreen(window, 'form-list-refused');
    await writeFile(list, 'COMUNE;ODONIMO\nZ999;Via dei Tigli\nZ999;Corso Umberto I\n');
    await app.answerDialog([list]);
    await window.keyboard.press('Enter');
    await expect(told.filter({ hasText: 'L’elenco è preso: 2 vie.' })).toBeVisible();
    await expect(window.getByRole('button', { name: 'Sostituisci lo stradario…' })).toBeFocused();
  });

  await test.step('the log tells all of it in words', async () => {
    await window.getByRole('navigation').getByRole('link', { name: 'Registro' }).press('Enter');
    for (const event of ['Modulo installato', 'Modulo ritirato', 'Stradario importato'])
      await expect(window.getByRole('cell', { name: event, exact: true })).toBeVisible();
  });

  await test.step('a clerk sees what can be read, and is offered nothing to change', async () => {
    await switchByKeyboard(window, people.clerk);
    await openForms(window);
    await expect(window.getByRole('row').filter({ hasText: '1.1.0' })).toContainText('campi');
    await expect(window.getByRole('main').getByRole('button')).toHaveCount(0);
    await lookAtScreen(window, 'forms');
  });
});

/** A later version of a form that came with the program, as whoever drew it hands it over. */
async function writeEdition(folder: string): Promise<string> {
  await cp(shipped, folder, { recursive: true });
  await rewrite(join(folder, 'form.json'), '"1.0.0"', '"1.1.0"');
  return folder;
}

async function rewrite(file: string, before: string, after: string): Promise<void> {
  await writeFile(file, (await readFile(file, 'utf8')).replace(before, after));
}

async function openForms(window: Page): Promise<void> {
  await window.getByRole('navigation', { name: 'Sezioni' }).getByRole('link', { name: 'Moduli' }).press('Enter');
  await window.getByRole('heading', { name: 'Moduli' }).waitFor();
}
