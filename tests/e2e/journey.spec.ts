import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createIntake } from '../../intake/server.ts';
import { expect, test } from './fixtures/app.ts';
import { untilDrawn, verifyByKeyboard } from './support/operator.ts';
import { tryPageTools } from './support/page-tools.ts';
import { addAccount, createFirstAccount, people, switchTo } from './support/people.ts';
import { makePile } from './support/samples.ts';
import { lookAtScreen } from './support/screens.ts';

const token = 'gettone-di-prova';

test('a pile of paper becomes delivered records with receipts', async ({ app, folder }) => {
  test.setTimeout(600_000);
  const { window } = app;
  window.setDefaultTimeout(20_000);
  const pile = await makePile(folder, 3, 7);
  const intake = await createIntake({ folder: join(folder, 'intake'), token });
  const intakeUrl = await intake.listen({ host: '127.0.0.1', port: 0 });
  await window.setViewportSize({ width: 1366, height: 768 });

  await test.step('the first account is made and adds colleagues', async () => {
    await lookAtScreen(window, 'first-start');
    await createFirstAccount(window, people.administrator);
    await window.getByRole('heading', { name: 'Lotti' }).waitFor();
    await window.getByRole('link', { name: 'Utenti' }).click();
    await addAccount(window, people.clerk, 'Operatore');
    await addAccount(window, people.supervisor, 'Responsabile');
    await lookAtScreen(window, 'accounts');
    await window.getByRole('button', { name: 'Cambia utente' }).click();
    await window.getByRole('radio', { name: people.clerk.name }).waitFor();
    await lookAtScreen(window, 'sign-in');
    await window.getByRole('radio', { name: people.clerk.name }).check();
    await window.getByLabel('Password').fill('sbagliata');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('alert')).toContainText('Riprovare');
    await window.getByLabel('Password').fill(people.clerk.secret);
    await window.keyboard.press('Enter');
  });

  await test.step('a clerk makes a batch of a folder and watches it being read', async () => {
    await window.getByText('Nessun lotto').waitFor();
    await app.answerDialog([pile.folder]);
    await window.getByRole('button', { name: 'Nuovo lotto da file' }).click();
    await window.getByRole('button', { name: 'Scegli cartella…' }).click();
    await expect(window.getByRole('textbox', { name: 'Nome' })).toHaveValue('scatola 4');
    await window.getByRole('textbox', { name: 'Nome' }).fill('Residenze, scatola 4');
    await lookAtScreen(window, 'new-batch');
    await window.keyboard.press('Enter');
    await window.getByRole('heading', { name: 'Residenze, scatola 4' }).waitFor();
    await window.getByText('In lettura').waitFor();
    await lookAtScreen(window, 'batch-reading');
    await expect(window.getByText('Da verificare', { exact: true })).toBeVisible({ timeout: 300_000 });
    const attention = window.getByRole('region', { name: 'Richiede attenzione' });
    await expect(attention).toContainText('appunti.pdf');
    await expect(attention).toContainText('copia di');
    await expect(window.getByRole('img', { name: 'Pagina 1', exact: true })).toBeVisible();
    await lookAtScreen(window, 'batch');
    await window.getByRole('link', { name: 'Lotti', exact: true }).first().click();
    await window.getByRole('link', { name: 'Residenze, scatola 4' }).waitFor();
    await lookAtScreen(window, 'batches');
  });

  await test.step('the clerk verifies every document with the keyboard alone', async () => {
    await window.getByRole('link', { name: 'Residenze, scatola 4' }).press('Enter');
    const verify = window.getByRole('link', { name: /^Verifica \(\d+\)/ });
    // A document without a doubt waits for nobody, so how many wait is the reader's word.
    const waiting = Number(/\d+/.exec((await verify.textContent()) ?? '')?.[0]);
    expect(waiting).toBeGreaterThan(0);
    await verify.press('Enter');
    await window.locator('[data-pointer]').waitFor();
    await lookAtScreen(window, 'verify');
    await window.keyboard.press('Shift+F1');
    await window.getByRole('dialog', { name: 'Tasti' }).waitFor();
    await lookAtScreen(window, 'verify-keys');
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
    await tryPageTools(window);
    const effort = await verifyByKeyboard(window, pile.documents);
    expect(effort.documents).toBe(waiting);
    test.info().annotations.push({ type: 'effort', description: JSON.stringify(effort) });
  });

  await test.step('the clerk may not approve, the supervisor sends one back and approves the rest', async () => {
    await window.getByRole('link', { name: /^Approva/ }).click();
    await window.getByText('Nessun documento da approvare').waitFor();
    await switchTo(window, people.supervisor);
    await window.getByRole('link', { name: 'Residenze, scatola 4' }).click();
    await window.getByRole('link', { name: /^Approva/ }).press('Enter');
    await window.getByRole('table', { name: 'Dati del documento' }).waitFor();
    await lookAtScreen(window, 'approve');
    await window.keyboard.press('F7');
    await window.getByRole('textbox', { name: 'Motivo' }).waitFor();
    await lookAtScreen(window, 'send-back');
    await window.keyboard.type('Controllare la data del trasferimento.');
    await leave(window, () => window.getByRole('button', { name: 'Rinvia', exact: true }).press('Enter'));
    for (let left = pile.documents.length - 1; left > 0; left -= 1) {
      await leave(window, () => window.keyboard.press('F9'));
    }
    await window.getByRole('heading', { name: 'Documenti', exact: true }).waitFor();
    await expect(window.getByText('Controllare la data del trasferimento.')).toBeVisible();
  });

  await test.step('whoever verified a document is refused its approval, with the reason', async () => {
    await window.getByRole('link', { name: /^Verifica \(/ }).press('Enter');
    await window.getByText('Rinviato: Controllare').waitFor();
    await verifyByKeyboard(window, pile.documents);
    await window.getByRole('link', { name: /^Apri il documento 1/ }).press('Enter');
    await window.getByText('deve approvarlo un’altra persona').waitFor();
    await window.keyboard.press('F9');
    await expect(window.getByRole('alert')).toContainText('Serve un’altra persona');
    await lookAtScreen(window, 'approve-own-work');
  });

  await test.step('approved documents are delivered and the receipts shown', async () => {
    await window.getByRole('link', { name: 'Residenze, scatola 4' }).click();
    await window.getByRole('link', { name: /^Consegna/ }).press('Enter');
    await window.getByRole('button', { name: 'Aggiungi destinazione' }).click();
    await window.getByRole('textbox', { name: 'Nome' }).fill('Protocollo del Comune');
    await expect(window.getByRole('textbox', { name: 'Sigla' })).toHaveValue('protocollo-del-comune');
    await window.getByRole('textbox', { name: 'Indirizzo' }).fill(intakeUrl);
    await window.getByLabel('Chiave di accesso').fill(token);
    await lookAtScreen(window, 'destination');
    await window.keyboard.press('Enter');
    await window.getByRole('radio', { name: /Protocollo del Comune/ }).waitFor();
    await window.getByRole('button', { name: /^Consegna 2 documenti/ }).waitFor();
    await window.keyboard.press('F9');
    await expect(window.getByText(/^Protocollo \S*\d/)).toHaveCount(2, { timeout: 60_000 });
    await lookAtScreen(window, 'deliver');
  });

  await test.step('the supervisor sees how the work went, and what it cost', async () => {
    await window.getByRole('link', { name: 'Andamento' }).press('Enter');
    await window.getByRole('img', { name: 'Conclusi nelle ultime 24 ore' }).waitFor();
    const cost = window.getByRole('region', { name: 'Tabella: Quanto costa un documento' });
    await expect(cost.getByRole('row', { name: /^Dichiarazione di residenza/ })).toBeVisible();
    await lookAtScreen(window, 'oversight');
  });
  await intake.close();
});

/** Does something that leads to another screen or document, and waits until it is there. */
async function leave(window: Page, act: () => Promise<void>): Promise<void> {
  const address = window.url();
  await act();
  await window.waitForURL((url) => url.href !== address);
  await untilDrawn(window);
  await window.locator('h1').waitFor();
}
