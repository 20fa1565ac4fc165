import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expectAccessible } from './accessibility.ts';

const images = join(import.meta.dirname, '..', '..', '..', 'docs', 'images');
const languages = ['en', 'it'] as const;
/** How the pictures of a screen are taken: light in English, dark in Italian. */
const looks = { en: { colorScheme: 'light', suffix: '' }, it: { colorScheme: 'dark', suffix: '-it-dark' } } as const;

/**
 * Looks at the present screen in both languages with axe and, when UPDATE_IMAGES is 1, writes its pictures into
 * docs/images. Leaves the screen in Italian and the focus where it was.
 */
export async function lookAtScreen(window: Page, name: string): Promise<void> {
  for (const language of languages) {
    const { colorScheme, suffix } = looks[language];
    await window.emulateMedia({ colorScheme });
    await switchLanguage(window, language);
    await expectAccessible(window, `${name} (${language}, ${colorScheme})`);
    if (process.env.UPDATE_IMAGES !== '1') continue;
    await picturesLoaded(window);
    const picture = await window.screenshot({ animations: 'disabled' });
    await sharp(picture)
      .png({ palette: true, quality: 90, effort: 8 })
      .toFile(join(images, `${name}${suffix}.png`));
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

function picturesLoaded(window: Page): Promise<unknown> {
  return window.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
}
