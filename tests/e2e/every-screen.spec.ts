import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { addressOf, everyScreen, type VisitedScreen } from './support/every-screen.ts';
import { type ServedPage, serveFixturePage } from './support/fixture-page.ts';

/** How a person may have set the window. Pictures go to `SCREEN_PICTURES` where that names a folder. */
interface Look {
  readonly language: 'it' | 'en';
  readonly colorScheme: 'light' | 'dark';
  readonly contrast?: 'more';
  readonly forcedColors?: 'active';
  /** Share of the usual window that is left when everything is enlarged. */
  readonly zoom?: 2;
}

const looks: readonly Look[] = [
  { language: 'it', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark' },
  { language: 'en', colorScheme: 'light', contrast: 'more' },
  { language: 'it', colorScheme: 'dark', contrast: 'more' },
  { language: 'it', colorScheme: 'light', zoom: 2 },
  { language: 'en', colorScheme: 'dark', forcedColors: 'active' },
];
const usualWindow = { width: 1366, height: 768 };
const pictures = process.env.SCREEN_PICTURES;

let served: ServedPage;
let browser: Browser;
test.beforeAll(async () => {
  served = await serveFixturePage();
  browser = await chromium.launch({
    executablePath: process.env.STAND_IN_CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: false,
  });
});
test.afterAll(async () => {
  await browser.close();
  await served.close();
});

for (const look of looks)
  test(`every screen is for everyone: ${nameOf(look)}`, async () => {
    test.setTimeout(240_000);
    const page = await openPage(look);
    for (const screen of everyScreen)
      await test.step(screen.name, async () => {
        await visit(page, screen);
        if (pictures !== undefined) await takePicture(page, pictures, `${screen.name}-${nameOf(look)}`);
        // Forced colours are the system's own; axe would judge the author's.
        if (look.forcedColors === undefined) await expectAccessible(page, `${screen.name}, ${nameOf(look)}`);
        expect(await overflowPx(page), `pixels to scroll sideways on ${screen.name}, ${nameOf(look)}`).toBe(0);
      });
    await page.context().close();
  });

function nameOf({ language, colorScheme, contrast, forcedColors, zoom }: Look): string {
  const extras = [contrast && 'more-contrast', forcedColors && 'forced-colours', zoom && `zoom-${zoom}`];
  return [language, colorScheme, ...extras.filter((extra) => extra !== undefined)].join('-');
}

async function openPage({ language, colorScheme, contrast, forcedColors, zoom: enlarged }: Look): Promise<Page> {
  const zoom = enlarged ?? 1;
  const context = await browser.newContext({
    locale: language === 'it' ? 'it-IT' : 'en-GB',
    colorScheme,
    contrast: contrast ?? 'no-preference',
    forcedColors: forcedColors ?? 'none',
    viewport: { width: Math.round(usualWindow.width / zoom), height: Math.round(usualWindow.height / zoom) },
    deviceScaleFactor: zoom,
  });
  return context.newPage();
}

async function visit(page: Page, screen: VisitedScreen): Promise<void> {
  // An address that differs after # alone would not load the page, and with it the invented station, anew.
  await page.goto('about:blank');
  await page.goto(`${served.address}${addressOf(screen)}`);
  await page.locator('main h1, main h2').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  if (screen.dialogKey !== undefined) {
    await page.keyboard.press(screen.dialogKey);
    await page.getByRole('dialog').waitFor();
  }
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
}

async function takePicture(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

function overflowPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
