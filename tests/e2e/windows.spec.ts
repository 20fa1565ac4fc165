import { expect, type Page } from '@playwright/test';
import { untilShown } from './fixtures/app.ts';
import { test } from './prepared/test.ts';
import { beginAs } from './support/begin.ts';
import { enterByKeyboard, openBatch, openTask, people, switchByKeyboard } from './support/people.ts';
import { checkScreen } from './support/screens.ts';

const batch = 'Accessi agli atti, busta 15';

test.use({
  expectedError: /status of 403/,
  recipe: {
    ...{ people: Object.values(people), batch, documents: 2 },
    doubtful: ['/richiedente/cognome', '/richiedente/nome'],
  },
});

test('no document is verified in two windows, and one of an absent colleague can be taken over', async ({ app }) => {
  const first = app.window;
  await beginAs(first, people.clerk);
  await openSurname(first);
  const second = await app.openWindow();
  await untilShown(second);
  expect(await app.windowCount()).toBe(2);
  await beginAs(second, people.colleague);

  await test.step('a document that is open in one window can only be looked at in the other', async () => {
    await openBatch(second, batch);
    await second.getByRole('link', { name: /^Apri il documento 1/ }).press('Enter');
    await expect(second.getByText(`in mano a ${people.clerk.name} in un’altra finestra`)).toBeVisible();
    await expect(surnameOf(second)).toHaveAttribute('readonly');
    await second.keyboard.press('F2');
    await second.keyboard.press('Enter');
    await expect(surnameOf(second)).toBeFocused();
    await checkScreen(second, 'held');
  });

  await test.step('nor can a clerk take it over while its person is at work', async () => {
    await second.getByRole('button', { name: 'Prendi in carico' }).press('Enter');
    await expect(second.getByRole('alert')).toContainText('Solo un responsabile');
    await checkScreen(second, 'held-refused');
  });

  await test.step('the queue gives the other window the next document', async () => {
    await openBatch(second, batch);
    await openTask(second, 'Verifica');
    await expect(second.locator('[data-source]')).toHaveText('0002.jpg');
    await expect(surnameOf(second)).toBeEditable();
  });

  await test.step('of a colleague who locked the window and left, it can be taken over', async () => {
    await first.keyboard.press('ControlOrMeta+A');
    await first.keyboard.type('SARAC');
    await first.getByRole('button', { name: /^Blocca/ }).press('Enter');
    await expect(first.getByLabel('Password')).toBeFocused();
    await openBatch(second, batch);
    await second.getByRole('link', { name: /^Apri il documento 1/ }).press('Enter');
    await expect(second.getByText('la sua finestra è bloccata')).toBeVisible();
    await checkScreen(second, 'held-absent');
    await second.getByRole('button', { name: 'Prendi in carico' }).press('Enter');
    await expect(surnameOf(second)).toBeEditable();
    await expect(surnameOf(second)).toHaveValue('SARACINO');
    await surnameOf(second).press('Enter');
    await expect(second.getByRole('textbox', { name: 'Nome', exact: true })).toBeFocused();
  });

  await test.step('back from lunch, the first sees who has it, and cannot overwrite it', async () => {
    await first.keyboard.type(people.clerk.secret);
    await first.keyboard.press('Enter');
    await expect(first.getByText(`in mano a ${people.colleague.name} in un’altra finestra`)).toBeVisible();
    await expect(first.getByRole('textbox')).toHaveAttribute('readonly');
    await checkScreen(first, 'taken-over');
  });

  await test.step('pictures are each window’s own: signed out, it gets none', async () => {
    const picture = await second.locator('img').first().getAttribute('src');
    await second.getByRole('button', { name: 'Cambia utente' }).press('Enter');
    // A document of the browser keeps the pictures that it has shown.
    await second.reload();
    await second.getByRole('radio', { name: people.clerk.name }).waitFor();
    expect(await canLoad(second, picture ?? '')).toBe(false);
    expect(await canLoad(first, picture ?? '')).toBe(true);
  });

  await test.step('a supervisor may take it from somebody at work', async () => {
    await enterByKeyboard(second, people.supervisor);
    await switchByKeyboard(first, people.colleague);
    await openBatch(first, batch);
    await first.getByRole('link', { name: /^Apri il documento 1/ }).press('Enter');
    await expect(first.getByRole('textbox', { name: 'Nome', exact: true })).toBeEditable();
    await openBatch(second, batch);
    await second.getByRole('link', { name: /^Apri il documento 1/ }).press('Enter');
    await second.getByRole('button', { name: 'Prendi in carico' }).press('Enter');
    await expect(second.getByRole('textbox', { name: 'Nome', exact: true })).toBeEditable();
    await first.getByRole('textbox', { name: 'Nome', exact: true }).press('Enter');
    await expect(first.getByRole('alert')).toContainText(people.supervisor.name);
  });
});

async function openSurname(window: Page): Promise<void> {
  await openBatch(window, batch);
  await openTask(window, 'Verifica');
  await expect(surnameOf(window)).toBeFocused();
}

function surnameOf(window: Page) {
  return window.getByRole('textbox', { name: 'Cognome' });
}

function canLoad(window: Page, address: string): Promise<boolean> {
  return window.evaluate(
    (source) =>
      new Promise<boolean>((resolve) => {
        const picture = new Image();
        picture.onload = () => resolve(true);
        picture.onerror = () => resolve(false);
        picture.src = source;
      }),
    address,
  );
}
