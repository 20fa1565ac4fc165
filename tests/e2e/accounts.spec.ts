import { expect, type Page } from '@playwright/test';
import { untilShown } from './fixtures/app.ts';
import { test } from './prepared/test.ts';
import { beginAs } from './support/begin.ts';
import { enterByKeyboard, openBatch, openTask, people, switchByKeyboard } from './support/people.ts';
import { checkScreen } from './support/screens.ts';

const batch = 'Accessi agli atti, busta 21';
const newSecret = 'finestra-sul-cortile';

test.use({
  // A picture that was asked for just before the session ended is refused after it.
  expectedError: /status of 403/,
  recipe: { people: Object.values(people), batch, documents: 1, doubtful: ['/richiedente/cognome'] },
});

test('an account is deactivated and activated again, and a password of one’s own changed, by keyboard', async ({
  app,
}) => {
  const first = app.window;
  await beginAs(first, people.administrator);
  const second = await app.openWindow();
  await untilShown(second);
  await beginAs(second, people.clerk);
  await openBatch(second, batch);
  await openTask(second, 'Verifica');
  await expect(surnameOf(second)).toBeFocused();

  await test.step('an administrator is told what deactivating somebody means, and does it', async () => {
    await openAccounts(first);
    await buttonOf(first, `Disattiva ${people.clerk.name}`).press('Enter');
    await expect(first.getByRole('button', { name: 'Annulla' })).toBeFocused();
    await checkScreen(first, 'account-deactivate');
    await first.keyboard.press('Tab');
    await first.keyboard.press('Enter');
    await expect(first.getByRole('status')).toHaveText(`Utente ${people.clerk.name} disattivato.`);
    await expect(buttonOf(first, `Riattiva ${people.clerk.name}`)).toBeFocused();
    await expect(first.getByRole('row').last()).toContainText(`${people.clerk.name} (disattivato)`);
    await checkScreen(first, 'account-deactivated');
  });

  await test.step('the window they were at work in is at the door at once, which offers their name no more', async () => {
    await expect(second.getByRole('heading', { name: 'Scegli il tuo nome' })).toBeVisible();
    await expect(second.getByRole('radio', { name: people.clerk.name })).toHaveCount(0);
    await expect(second.getByRole('alert')).toContainText('La sessione è finita');
    await checkScreen(second, 'account-put-out');
  });

  await test.step('the document they had in hand is a colleague’s to take', async () => {
    await expect(second.getByRole('radio', { checked: true })).toBeFocused();
    await enterByKeyboard(second, people.colleague);
    await openBatch(second, batch);
    await openTask(second, 'Verifica');
    await expect(surnameOf(second)).toBeEditable();
  });

  await test.step('the colleague changes their own password: the present one is asked for', async () => {
    await openAccounts(second);
    await buttonOf(second, 'Cambia la tua password').press('Enter');
    await expect(second.getByLabel('Password attuale')).toBeFocused();
    await typeSecrets(second, 'indovina', newSecret);
    await expect(second.getByRole('dialog').getByRole('alert')).toContainText('La password attuale non è giusta.');
    await expect(second.getByLabel('Password attuale')).toBeFocused();
    await checkScreen(second, 'account-own-password');
    await second.keyboard.type(people.colleague.secret);
    await second.keyboard.press('Enter');
    await expect(second.getByRole('status')).toHaveText('La tua password è cambiata.');
    await expect(buttonOf(second, 'Cambia la tua password')).toBeFocused();
    await switchByKeyboard(second, { ...people.colleague, secret: newSecret });
  });

  await test.step('whoever was deactivated enters again once they are activated', async () => {
    await buttonOf(first, `Riattiva ${people.clerk.name}`).press('Enter');
    await expect(first.getByRole('status')).toContainText(`Utente ${people.clerk.name} riattivato`);
    await expect(buttonOf(first, `Disattiva ${people.clerk.name}`)).toBeFocused();
    await switchByKeyboard(second, people.clerk);
  });

  await test.step('the log tells all of it in words', async () => {
    await first.getByRole('navigation').getByRole('link', { name: 'Registro' }).press('Enter');
    for (const told of [
      'Utente disattivato',
      'Utente riattivato',
      'Cambio della propria password rifiutato',
      'Propria password cambiata',
    ])
      await expect(first.getByRole('cell', { name: told, exact: true })).toBeVisible();
  });
});

async function openAccounts(window: Page): Promise<void> {
  await window.getByRole('navigation', { name: 'Sezioni' }).getByRole('link', { name: 'Utenti' }).press('Enter');
  await window.getByRole('heading', { name: 'Utenti' }).waitFor();
}

/** The present password, then the new one twice. */
async function typeSecrets(window: Page, current: string, secret: string): Promise<void> {
  await window.keyboard.type(current);
  for (let times = 0; times < 2; times += 1) {
    await window.keyboard.press('Tab');
    await window.keyboard.type(secret);
  }
  await window.keyboard.press('Enter');
}

function buttonOf(window: Page, name: string) {
  return window.getByRole('button', { name, exact: true });
}

function surnameOf(window: Page) {
  return window.getByRole('textbox', { name: 'Cognome' });
}
