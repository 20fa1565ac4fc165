import { appendFile, copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test, expect as usualExpect } from './fixtures/app.ts';
import { addressOf } from './support/every-screen.ts';
import { launchBrowser, serveFixturePage } from './support/fixture-page.ts';
import { createFirstAccount, people } from './support/people.ts';
import { makePile } from './support/samples.ts';
import { checkScreen, lookAtScreen, switchLanguage } from './support/screens.ts';

/** A file is taken some seconds after it is whole; a folder that was away is tried again every ten. */
const expect = usualExpect.configure({ timeout: 60_000 });

/** Presses Tab until the named control has the focus, as somebody without a mouse does. */
async function tabTo(window: Page, name: RegExp): Promise<void> {
  const named = (): Promise<string> =>
    window.evaluate(() => {
      const { activeElement: at } = document;
      return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    });
  for (let presses = 0; !name.test(await named()); presses += 1) {
    if (presses > 60) throw new Error(`nothing that Tab leads to is called ${name}`);
    await window.keyboard.press('Tab');
  }
}

test('what a copier saves to a folder becomes a batch while the app is open, all arranged by keyboard', async ({
  app,
  folder,
}) => {
  test.setTimeout(600_000);
  const { window } = app;
  await window.setViewportSize({ width: 1366, height: 768 });
  const { folder: pile } = await makePile(folder, 2, 20);
  const [first = '', second = ''] = (await readdir(pile)).filter((name) => !/copia|appunti/.test(name)).toSorted();
  const copier = join(folder, 'fotocopiatrice');
  await mkdir(copier);
  await switchLanguage(window, 'it');
  await createFirstAccount(window, people.administrator);
  await window.getByRole('heading', { name: 'Lotti' }).waitFor();

  await test.step('the folder is added with five keys', async () => {
    await window.keyboard.press('F7');
    await window.getByText('Nessuna cartella osservata').waitFor();
    await checkScreen(window, 'watched-none');
    await app.answerDialog([copier]);
    await window.keyboard.press('F4');
    await expect(window.getByRole('button', { name: 'Scegli cartella…' })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.getByText('La cartella è vuota')).toBeVisible();
    await checkScreen(window, 'watched-add');
    await expect(window.getByRole('button', { name: 'Osserva', exact: true })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.getByText('La cartella «fotocopiatrice» è osservata.')).toBeVisible();
    await expect(window.getByText('Osservata', { exact: true })).toBeVisible();
  });

  await test.step('a folder that is watched already, and that of files already taken, are refused in words', async () => {
    for (const [path, refusal] of [
      [copier, 'già osservata'],
      [join(copier, 'tabularium-taken'), 'file già presi'],
    ] as const) {
      await mkdir(path, { recursive: true });
      await app.answerDialog([path]);
      await window.keyboard.press('F4');
      await expect(window.getByRole('button', { name: 'Scegli cartella…' })).toBeFocused();
      await window.keyboard.press('Enter');
      await expect(window.getByRole('alert')).toContainText(refusal);
      await window.keyboard.press('Escape');
      await expect(window.getByRole('dialog')).toBeHidden();
    }
  });

  await test.step('a scan that is written slowly is taken once it is whole, and is a batch to open', async () => {
    const bytes = await readFile(join(pile, first));
    await writeFile(join(copier, first), bytes.subarray(0, 5_000));
    await window.waitForTimeout(3_000);
    await appendFile(join(copier, first), bytes.subarray(5_000));
    await expect(window.getByText('1 oggi')).toBeVisible();
    await expect.poll(async () => readdir(copier)).toEqual(['tabularium-taken']);
    await tabTo(window, /^fotocopiatrice \d{4}-/);
    await window.keyboard.press('Enter');
    await window.getByRole('heading', { name: /^fotocopiatrice \d{4}-/ }).waitFor();
    await expect(window.getByRole('img', { name: 'Pagina 1', exact: true })).toBeVisible();
  });

  await test.step('a folder that is not there is told, here and on the list of batches, and taken from when it is back', async () => {
    await window.getByRole('navigation', { name: 'Sezioni' }).getByRole('link', { name: 'Lotti' }).press('Enter');
    await expect(window.getByText('dalla postazione')).toBeVisible();
    await rename(copier, `${copier} spenta`);
    await expect(
      window.getByRole('paragraph').filter({ hasText: /^«fotocopiatrice»: La cartella non c’è/ }),
    ).toBeVisible();
    await checkScreen(window, 'watched-away-batches');
    await copyFile(join(pile, second), join(`${copier} spenta`, second));
    await window.keyboard.press('F7');
    await expect(window.getByText('Ferma', { exact: true })).toBeVisible();
    await checkScreen(window, 'watched-away');
    await rename(`${copier} spenta`, copier);
    await expect(window.getByText('2 oggi')).toBeVisible();
    await expect(window.getByText('Ferma', { exact: true })).toBeHidden();
  });

  await test.step('it is paused, resumed and removed', async () => {
    await tabTo(window, /^Metti in pausa: fotocopiatrice/);
    await window.keyboard.press('Enter');
    await expect(window.getByText('In pausa')).toBeVisible();
    await expect(window.getByRole('button', { name: /^Riprendi/ })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.getByText('Osservata', { exact: true })).toBeVisible();
    await tabTo(window, /^Togli: fotocopiatrice/);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: 'Annulla' })).toBeFocused();
    await checkScreen(window, 'watched-remove');
    await tabTo(window, /^Togli la cartella/);
    await window.keyboard.press('Enter');
    await expect(window.getByText('Nessuna cartella osservata')).toBeVisible();
    await expect(window.getByRole('button', { name: /^Aggiungi una cartella/ })).toBeFocused();
  });
});

/** Paths of this run would be in it otherwise. */
test('the watched folders are pictured for the manual over the invented workstation', async () => {
  const served = await serveFixturePage();
  const browser = await launchBrowser();
  const page = await browser.newPage({ locale: 'it-IT', viewport: { width: 1366, height: 768 } });
  await page.goto(
    `${served.address}${addressOf({ name: 'watched', as: supervisorOfFixtures, route: { screen: 'watched' } })}`,
  );
  await expect(page.getByText('27 oggi')).toBeVisible();
  await lookAtScreen(page, 'watched');
  await browser.close();
  await served.close();
});

/** Position of the invented supervisor. */
const supervisorOfFixtures = 2;
