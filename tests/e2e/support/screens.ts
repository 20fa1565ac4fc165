import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expectAccessible } from './accessibility.ts';

const images = join(import.meta.dirname, '..', '..', '..', 'docs', 'images');
/** A wall of snippets draws dozens of pages. */
const picturesMs = 180_000;
const languages = ['en', 'it'] as const;
/** How a screen is looked at: light in English, dark in Italian. The pictures are light, as the manual's page is. */
const looks = { en: { colorScheme: 'light', suffix: '' }, it: { colorScheme: 'dark', suffix: '-it' } } as const;

/**
 * Looks at the present screen in both languages with axe and, when UPDATE_IMAGES is 1, writes its pictures into
 * docs/images. Leaves the screen in Italian and the focus where it was.
 */
export async function lookAtScreen(window: Page, name: string): Promise<void> {
  await lookAt(window, name, process.env.UPDATE_IMAGES === '1' ? images : null);
}

/** As `lookAtScreen`, of a screen that no page of the documentation shows: pictures go to the folder of PICTURES, if any. */
export async function checkScreen(window: Page, name: string): Promise<void> {
  await lookAt(window, name, process.env.PICTURES ?? null);
}

async function lookAt(window: Page, name: string, folder: string | null): Promise<void> {
  for (const language of languages) {
    const { colorScheme, suffix } = looks[language];
    await window.emulateMedia({ colorScheme });
    await switchLanguage(window, language);
    await expectAccessible(window, `${name} (${language}, ${colorScheme})`);
    if (folder === null) continue;
    if (folder === images) await window.emulateMedia({ colorScheme: 'light' });
    await picturesLoaded(window);
    await mkdir(folder, { recursive: true });
    const picture = await window.screenshot({ animations: 'disabled' });
    await sharp(picture)
      .png({ palette: true, quality: 90, effort: 8 })
      .toFile(join(folder, `${name}${suffix}.png`));
  }
  await window.emulateMedia({ colorScheme: null });
}

/** Presses the language's button without taking the focus from where it is. */
export async function switchLanguage(window: Page, language: (typeof languages)[number]): Promise<void> {
  await window.evaluate((lang) => {
    const focused = document.activeElement;
    document.querySelector<HTMLButtonElement>(`header button[lang="${lang}"]`)?.click();
    if (focused instanceof HTMLElement) focused.focus();
  }, language);
  await window.waitForFunction((lang) => document.documentElement.lang === lang, language);
}

/** Pictures out of sight are not even asked for. */
function picturesLoaded(window: Page): Promise<unknown> {
  const allInSight = (): boolean =>
    [...document.images].every((image) => {
      const { top, bottom } = (image.parentElement ?? image).getBoundingClientRect();
      const isInSight = bottom > 0 && top < innerHeight;
      return !isInSight || (image.complete && image.naturalWidth > 0);
    });
  return window.waitForFunction(allInSight, undefined, { timeout: picturesMs });
}
