import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { beginInItalian } from './support/begin.ts';
import { untilDrawn, whereAmI } from './support/operator.ts';
import { createFirstAccount, people } from './support/people.ts';
import { lookAtScreen } from './support/screens.ts';

test('somebody learns on invented papers, is scored, and leaves nothing behind', async ({ app }) => {
  test.setTimeout(400_000);
  const { window } = app;
  await beginInItalian(window);
  await createFirstAccount(window, people.administrator);
  await window.getByText('Nessun lotto').waitFor();

  await test.step('one key lays the pile out', async () => {
    await window.keyboard.press('F6');
    await window.getByRole('heading', { name: 'Esercitazione' }).waitFor();
    await window.getByText('Premi Verifica').waitFor({ timeout: 300_000 });
    await window.getByRole('link', { name: /^Verifica \(\d\)/ }).press('Enter');
  });

  await test.step('each field is explained, and the manual lies one key away', async () => {
    await window.getByRole('complementary', { name: 'Perché questo campo' }).waitFor();
    await lookAtScreen(window, 'practice');
    await window.keyboard.press('F1');
    await window.getByRole('dialog', { name: 'Manuale' }).waitFor();
    await lookAtScreen(window, 'manual');
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  });

  await test.step('somebody who accepts everything is told what was wrong', async () => {
    await acceptEverything(window);
    await window.getByRole('link', { name: 'Vedi il punteggio' }).press('Enter');
    await window.getByRole('region', { name: 'Che cosa è andato storto' }).waitFor();
    await expect(window.getByText('Una macchia copre la scrittura.')).toBeVisible();
    await expect(window.getByText('Sulla carta').first()).toBeVisible();
    await lookAtScreen(window, 'practice-score');
  });

  await test.step('and deletes the pile', async () => {
    await window.getByRole('button', { name: 'Elimina' }).press('Enter');
    await window.getByText('Nessun lotto').waitFor();
  });
});

/** Presses Enter at every field as somebody does who does not look; where that is not taken, says that nothing is there. */
async function acceptEverything(window: Page): Promise<void> {
  for (let strokes = 0; strokes < 400; strokes += 1) {
    const at = await whereAmI(window);
    if (at === 'ended') return;
    const address = window.url();
    const before = await pointerOf(window);
    await window.keyboard.press('Enter');
    if (at === 'complete') {
      await window.waitForURL((url) => url.href !== address);
      await untilDrawn(window);
    } else if ((await pointerOf(window)) === before && (await whereAmI(window)) === 'field')
      await window.keyboard.press('F3');
  }
  throw new Error('the practice has no end');
}

function pointerOf(window: Page): Promise<string | null> {
  return window.evaluate(() => document.querySelector('[data-pointer]')?.getAttribute('data-pointer') ?? null);
}
