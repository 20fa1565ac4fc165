import { expect, type Page } from '@playwright/test';
import { test } from './prepared/test.ts';
import { beginAs } from './support/begin.ts';
import { openBatch, openTask, people, switchByKeyboard } from './support/people.ts';
import { checkScreen } from './support/screens.ts';

const batch = 'Accessi agli atti, busta 12';
const onPaper = 'SARACINO';
const misread = 'SARACENO';

test.use({
  recipe: {
    ...{ people: Object.values(people), batch, documents: 1, doubtful: [] },
    policies: { '/richiedente/cognome': 'double-key' },
  },
});

test('two people key a field blindly, a third settles it, and none of them approves', async ({ app }) => {
  const { window } = app;
  await beginAs(window, people.clerk);

  await test.step('the first sees nothing of the reading, and what they key is passed on', async () => {
    await openSurname(window);
    await expectBlind(window);
    await checkScreen(window, 'double-key-first');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('alert')).toBeVisible();
    await key(window, misread);
    await finish(window);
    await openTask(window, 'Verifica');
    await expect(window.getByText('Nessun documento da verificare per te')).toBeVisible();
    await checkScreen(window, 'double-key-passed-on');
  });

  await test.step('the second sees nothing of the first, and keys otherwise', async () => {
    await switchByKeyboard(window, people.supervisor);
    await openSurname(window);
    await expectBlind(window);
    await key(window, onPaper);
    await finish(window);
  });

  await test.step('the third sees both, without names, and decides with one key', async () => {
    await switchByKeyboard(window, people.colleague);
    await openSurname(window);
    const offered = window.locator('[data-candidate]');
    await expect(offered).toHaveText([new RegExp(misread), new RegExp(onPaper)]);
    await expect(window.locator('main')).not.toContainText(people.clerk.name);
    await checkScreen(window, 'double-key-third');
    await window.keyboard.press('2');
    await finish(window);
    await expect(window.getByText('verificato', { exact: true })).toBeVisible();
  });

  await test.step('whoever keyed the field may not approve it, and is told so', async () => {
    await switchByKeyboard(window, people.supervisor);
    await openBatch(window, batch);
    await window.getByRole('link', { name: /^Apri il documento 1/ }).press('Enter');
    await window.getByText('deve approvarlo un’altra persona').waitFor();
    await window.keyboard.press('F9');
    await expect(window.getByRole('alert')).toContainText('Serve un’altra persona');
    await checkScreen(window, 'four-eyes');
  });

  await test.step('somebody who keyed nothing of it approves', async () => {
    await switchByKeyboard(window, people.administrator);
    await openBatch(window, batch);
    await openTask(window, 'Approva');
    await expect(window.getByRole('row', { name: new RegExp(onPaper) }).first()).toBeVisible();
    await window.keyboard.press('F9');
    await expect(window.getByText('approvato', { exact: true })).toBeVisible();
  });
});

async function openSurname(window: Page): Promise<void> {
  await openBatch(window, batch);
  await openTask(window, 'Verifica');
  await expect(window.getByRole('textbox', { name: 'Cognome' })).toBeFocused();
}

/** Neither what was read nor what anybody keyed is on screen, nor anywhere in the document. */
async function expectBlind(window: Page): Promise<void> {
  await expect(window.getByRole('textbox', { name: 'Cognome' })).toHaveValue('');
  const content = await window.content();
  for (const hidden of [onPaper, misread]) expect(content).not.toContain(hidden);
}

async function key(window: Page, text: string): Promise<void> {
  await window.keyboard.type(text);
  await window.keyboard.press('Enter');
}

/** One more Enter, and the document leaves this person's hands. */
async function finish(window: Page): Promise<void> {
  await expect(window.getByRole('button', { name: 'Concludi e vai al successivo' })).toBeFocused();
  await window.keyboard.press('Enter');
  await window.getByRole('heading', { name: 'Documenti', exact: true }).waitFor();
}
