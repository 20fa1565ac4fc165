import type { Page } from '@playwright/test';
import { type Credentials, enterByKeyboard } from './people.ts';
import { switchLanguage } from './screens.ts';

/** Somebody sits down at a window that has just opened: it is as large as an office's screen, speaks Italian, and lets them in. */
export async function beginAs(window: Page, person: Credentials): Promise<void> {
  await beginInItalian(window);
  await enterByKeyboard(window, person);
}

/** As `beginAs`, where nobody has an account yet. */
export async function beginInItalian(window: Page): Promise<void> {
  window.setDefaultTimeout(30_000);
  await window.setViewportSize({ width: 1366, height: 768 });
  await window.locator('header button[lang="it"]').waitFor();
  await switchLanguage(window, 'it');
}
