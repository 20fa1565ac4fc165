import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { addressOf, everyScreen, type VisitedScreen } from './support/every-screen.ts';
import { launchBrowser, type ServedPage, serveFixturePage } from './support/fixture-page.ts';

/** How a person may have set the window. Pictures go to `SCREEN_PICTURES` where that names a folder. */
interface Look {
  readonly language: 'it' | 'en';
  readonly colorScheme: 'light' | 'dark';
  readonly contrast?: 'more';
  readonly forcedColors?: 'active';
  /** Share of the usual window that is left when everything is enlarged. */
  readonly zoom?: 2;
}

/** Those of a row are looked at on one page, one after the other: each screen is loaded once for all of them. */
const looks: readonly (readonly [Look, ...Look[]])[] = [
  [
    { language: 'it', colorScheme: 'light' },
    { language: 'it', colorScheme: 'dark', contrast: 'more' },
  ],
  [
    { language: 'en', colorScheme: 'dark' },
    { language: 'en', colorScheme: 'light', contrast: 'more' },
    { language: 'en', colorScheme: 'dark', forcedColors: 'active' },
  ],
  [{ language: 'it', colorScheme: 'light', zoom: 2 }],
];
const usualWindow = { width: 1366, height: 768 };
const pictures = process.env.SCREEN_PICTURES;

let served: ServedPage;
let browser: Browser;
test.beforeAll(async () => {
  served = await serveFixturePage();
  browser = await launchBrowser();
});
test.afterAll(async () => {
  await browser.close();
  await served.close();
});

for (const together of looks)
  test(`every screen is for everyone: ${together.map(nameOf).join(', ')}`, async () => {
    test.setTimeout(360_000);
    const page = await openPage(together[0]);
    for (const screen of everyScreen)
      await test.step(screen.name, async () => {
        await setColours(page, together[0]);
        await visit(page, screen);
        for (const look of together) await lookAt(page, screen.name, look);
      });
    await page.context().close();
  });

async function lookAt(page: Page, screen: string, look: Look): Promise<void> {
  await setColours(page, look);
  await untilColoured(page, look);
  const name = `${screen}, ${nameOf(look)}`;
  if (pictures !== undefined) await takePicture(page, pictures, `${screen}-${nameOf(look)}`);
  // Forced colours are the system's own; axe would judge the author's.
  if (look.forcedColors === undefined) await expectAccessible(page, name);
  expect(await overflowPx(page), `pixels to scroll sideways on ${name}`).toBe(0);
}

function nameOf({ language, colorScheme, contrast, forcedColors, zoom }: Look): string {
  const extras = [contrast && 'more-contrast', forcedColors && 'forced-colours', zoom && `zoom-${zoom}`];
  return [language, colorScheme, ...extras.filter((extra) => extra !== undefined)].join('-');
}

async function openPage({ language, zoom: enlarged }: Look): Promise<Page> {
  const zoom = enlarged ?? 1;
  const context = await browser.newContext({
    locale: language === 'it' ? 'it-IT' : 'en-GB',
    viewport: { width: Math.round(usualWindow.width / zoom), height: Math.round(usualWindow.height / zoom) },
    deviceScaleFactor: zoom,
  });
  return context.newPage();
}

function setColours(page: Page, { colorScheme, contrast, forcedColors }: Look): Promise<void> {
  return page.emulateMedia({
    colorScheme,
    contrast: contrast ?? 'no-preference',
    forcedColors: forcedColors ?? 'none',
  });
}

/** Until the screen shows the colours of a look, and none is still on its way. */
async function untilColoured(page: Page, { colorScheme, contrast }: Look): Promise<void> {
  const wanted = { colorScheme, isHigh: contrast === 'more' };
  await page.waitForFunction(({ colorScheme, isHigh }) => {
    const { mantineColorScheme, contrast } = document.documentElement.dataset;
    const isOn = mantineColorScheme === colorScheme && (contrast === 'high') === isHigh;
    return isOn && !document.getAnimations().some((animation) => animation instanceof CSSTransition);
  }, wanted);
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
